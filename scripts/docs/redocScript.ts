/** The picture beside Redoc's credit: the only thing that its script loads from another host. */
const remoteLogo = '"https://cdn.redoc.ly/redoc/logo-mini.svg"';
const noPicture =
  '"data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 width=%220%22 height=%220%22/%3E"';

/**
 * Redoc's script without its remote logo; the credit's words stay.
 * @throws {Error} if the script of another version asks for it in another way: then look for what it loads
 */
export function withoutRemoteLogo(script: string): string {
  const parts = script.split(remoteLogo);
  if (parts.length !== 2) {
    throw new Error(`redoc.standalone.js names ${remoteLogo} ${parts.length - 1} times, expected once.`);
  }
  return parts.join(noPicture);
}

/**
 * The styles that Redoc's script puts into a page as text, by hash (CSP Level 3, section 2.3.1): none, into which it then
 * writes rules by script, and those of its scroll bars. A new version may have others: the browser says which.
 */
export const redocStyles = [
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "'sha256-QMIg+bpjm3JdElJ388KYke01izlUW0UoNOeKjpMxdgc='",
].join(' ');
