/**
 * Whether a host, as `URL` writes it, is this machine: where nobody listens on the way.
 * RFC 6761 section 6.3; RFC 1122 section 3.2.1.3; RFC 4291 section 2.5.3.
 */
export function isLoopback(hostname: string): boolean {
  return /^(([^.]+\.)*localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
