/** Style sheets are bundled as text; `install-styles.ts` hands them to the document. */
declare module '*.css' {
  const css: string;
  export default css;
}
