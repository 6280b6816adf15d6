const icon =
  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'><rect width='16' height='16' rx='4' fill='#1d4d4f'/><path d='M11 5.5a4 4 0 1 0 0 5' fill='none' stroke='#fff' stroke-width='2' stroke-linecap='round'/></svg>";

/**
 * What a browser may do with the page: load from here and nowhere else, run no script but the
 * page's own, be shown in no other page's frame.
 *
 * @param nonce for the style element by which `react-aria` makes touch respond at once.
 */
export const contentPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** The document that the page's script fills. */
export const pageShell = (nonce: string): string => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Local Slack</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta property="csp-nonce" nonce="${nonce}">
<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(icon)}">
<script type="module" src="/page/main.js"></script>
</head>
<body>
<div id="root"></div>
<noscript>This page is a small Slack written in JavaScript; please allow it to run.</noscript>
</body>
</html>
`;
