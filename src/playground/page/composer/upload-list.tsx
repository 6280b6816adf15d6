import { Icon } from '../shell/icon.tsx';
import { IconButton } from '../shell/icon-button.tsx';
import type { Uploads } from './use-uploads.ts';

/** How far each file has come, or why it did not. */
export function UploadList({ uploads, dismiss }: Pick<Uploads, 'uploads' | 'dismiss'>) {
  if (uploads.length === 0) return null;
  return (
    <ul className="uploads" aria-label="Files being uploaded">
      {uploads.map(({ id, name, sent, error }) => (
        <li key={id} className="upload" data-failed={error !== null || undefined}>
          <Icon name={error === null ? 'file' : 'alert'} size={18} />
          <span className="upload-name">{name}</span>
          {error === null ? (
            <progress className="upload-progress" aria-label={`Uploading ${name}`} value={sent} />
          ) : (
            <>
              <span role="alert" className="upload-error">
                {error}
              </span>
              <IconButton
                icon="close"
                size={16}
                label={`Dismiss ${name}`}
                onClick={() => dismiss(id)}
              />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
