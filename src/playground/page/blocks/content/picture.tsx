import { type Fields, fieldsOf, stringOf, textOf } from '../read-block.ts';
import { SafeLink } from '../text/safe-link.tsx';
import { safeUrl } from '../text/safe-url.ts';
import { BlockIcon } from './icons.tsx';

const addressOf = (image: Fields): string =>
  stringOf(image.image_url) || stringOf(fieldsOf(image.slack_file).url);

/**
 * An image. The local Slack loads nothing from other machines, so it shows what the image is said to
 * show, and leads to it.
 */
export function Picture({ image, small = false }: { image: Fields; small?: boolean }) {
  const alternative = stringOf(image.alt_text);
  const address = addressOf(image);
  const title = textOf(image.title);
  if (small) {
    return (
      <span className="picture-small" role="img" aria-label={alternative} title={alternative}>
        <BlockIcon name="picture" />
      </span>
    );
  }
  return (
    <figure className="picture">
      <BlockIcon name="picture" />
      <figcaption>
        {title !== '' && <strong>{title}</strong>}
        <span>{alternative}</span>
        {safeUrl(address) !== null && <SafeLink address={address}>Open the image</SafeLink>}
      </figcaption>
    </figure>
  );
}
