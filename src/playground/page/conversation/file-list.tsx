import type { FileOutline } from '../../state/files.ts';
import { usePage } from '../client/use-page.ts';
import { Icon } from '../shell/icon.tsx';

const units = ['bytes', 'KB', 'MB', 'GB'];

/** `1.4 MB` */
function sizeInWords(bytes: number): string {
  const power = Math.min(Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1024)), 3);
  const value = bytes / 1024 ** power;
  return `${value.toFixed(power === 0 || value >= 10 ? 0 : 1)} ${units[power]}`;
}

/** The files that were shared with a message. */
export function FileList({ files }: { files: readonly FileOutline[] }) {
  const { page } = usePage();
  if (files.length === 0) return null;
  return (
    <ul className="files" aria-label="Files">
      {files.map((file) => (
        <li key={file.id} className="file">
          <span className="file-icon">
            <Icon name="file" />
          </span>
          <span className="file-text">
            <a
              className="file-name"
              href={`/page/files/${file.id}?person=${encodeURIComponent(page.me)}`}
              download={file.name}
            >
              {file.title || file.name}
            </a>
            <span className="file-size">{sizeInWords(file.size)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
