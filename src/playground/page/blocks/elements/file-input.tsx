import { useState } from 'react';
import { uploadFile } from '../../client/upload-file.ts';
import { usePage } from '../../client/use-page.ts';
import { type Placed, useForm } from '../form.ts';
import { numberOf } from '../read-block.ts';
import { ariaOf, type ElementNames } from './element-names.ts';

/** Slack's own, where the app does not say. */
const usualMost = 10;

/** A `file_input`: files are uploaded as they are chosen, and sent with the form. */
export function FileInput({ placed, names }: { placed: Placed; names: ElementNames }) {
  const form = useForm();
  const { page, notify } = usePage();
  const [uploading, setUploading] = useState('');
  const { element } = placed;
  const entry = form.entryOf(placed);
  const files = Array.isArray(entry) ? (entry as readonly string[]) : [];
  const most = numberOf(element.max_files) ?? usualMost;
  const types = Array.isArray(element.filetypes) ? element.filetypes : [];
  const add = async (chosen: File[]): Promise<void> => {
    const ids = [...files];
    for (const file of chosen.slice(0, most - files.length)) {
      setUploading(`Uploading ${file.name}…`);
      const place = { person: page.me, channel: null, thread: null };
      const result = await uploadFile(file, place, () => undefined);
      if (!result.ok) notify(result.error);
      else if (result.file !== undefined) {
        form.seen.set(result.file, {
          value: result.file,
          text: file.name,
          description: '',
          group: '',
        });
        ids.push(result.file);
      }
    }
    setUploading('');
    form.keep(placed, ids);
  };
  return (
    <div className="file-input">
      {files.length > 0 && (
        <ul className="chips">
          {files.map((id) => {
            const name = form.seen.get(id)?.text ?? id;
            const others = files.filter((other) => other !== id);
            return (
              <li key={id} className="chip">
                {name}
                <button
                  type="button"
                  aria-label={`Remove ${name}`}
                  onClick={() => form.keep(placed, others)}
                >
                  ×
                </button>
              </li>
            );
          })}
        </ul>
      )}
      <input
        {...ariaOf(names)}
        id={names.id}
        type="file"
        className="block-field"
        multiple={most > 1}
        accept={types.map((type) => `.${String(type)}`).join(',') || undefined}
        disabled={uploading !== '' || files.length >= most}
        data-action-id={placed.actionId}
        onChange={({ target }) => {
          const chosen = [...(target.files ?? [])];
          // So that the same file can be chosen again after it was removed.
          target.value = '';
          void add(chosen);
        }}
      />
      <p className="input-hint" role="status">
        {uploading}
      </p>
    </div>
  );
}
