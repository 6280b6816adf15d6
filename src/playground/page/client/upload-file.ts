import type { PageActResult } from '../../page-api/page-protocol.ts';

export interface UploadPlace {
  person: string;
  /** Null for a file that a form is sent with. */
  channel: string | null;
  thread: string | null;
}

/**
 * Uploads a file and shares it in a conversation. `XMLHttpRequest`, since `fetch` does not tell how
 * far an upload has come. Never throws: what failed is in the result.
 *
 * @param onProgress called with the part that has been sent, 0 to 1.
 */
export function uploadFile(
  file: File,
  place: UploadPlace,
  onProgress: (part: number) => void,
): Promise<PageActResult> {
  const { person, channel, thread } = place;
  const query = new URLSearchParams({
    person,
    name: file.name,
    ...(channel !== null && { channel }),
    ...(thread !== null && { thread }),
  });
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/page/upload?${query}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total);
    request.onload = () =>
      resolve(
        (request.response as PageActResult | null) ?? {
          ok: false,
          error: `${file.name} was not uploaded: the local Slack answered ${request.status}.`,
        },
      );
    request.onerror = () =>
      resolve({
        ok: false,
        error: `${file.name} was not uploaded: the connection broke. Try it once more.`,
      });
    request.send(file);
  });
}
