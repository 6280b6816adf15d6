import { useRef, useState } from 'react';
import { uploadFile } from '../client/upload-file.ts';
import { usePage } from '../client/use-page.ts';

export interface Upload {
  id: number;
  name: string;
  /** 0 to 1. */
  sent: number;
  /** In the person's words; null while it goes well. */
  error: string | null;
}

export interface Uploads {
  uploads: Upload[];
  add(files: Iterable<File>): void;
  dismiss(id: number): void;
}

/** Files on their way to a conversation; each is gone from the list once it has arrived. */
export function useUploads(channel: string, thread: string | null): Uploads {
  const { page } = usePage();
  const [uploads, setUploads] = useState<Upload[]>([]);
  const lastId = useRef(0);
  const dismiss = (id: number): void =>
    setUploads((before) => before.filter((upload) => upload.id !== id));
  const change = (id: number, changed: Partial<Upload>): void =>
    setUploads((before) =>
      before.map((upload) => (upload.id === id ? { ...upload, ...changed } : upload)),
    );
  const start = async (file: File): Promise<void> => {
    lastId.current += 1;
    const id = lastId.current;
    setUploads((before) => [...before, { id, name: file.name, sent: 0, error: null }]);
    const result = await uploadFile(file, { person: page.me, channel, thread }, (sent) =>
      change(id, { sent }),
    );
    if (result.ok) dismiss(id);
    else change(id, { error: result.error });
  };
  return {
    uploads,
    add: (files) => {
      for (const file of files) void start(file);
    },
    dismiss,
  };
}
