/**
 * A picture that needs no network. Clerk's own is a URL of its image service.
 *
 * @param words Of which it shows the first letters.
 */
export function initialsImage(words: readonly (string | null)[]): string {
  const initials = words.map((word) => word?.charAt(0) ?? '').join('');
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" fill="#ddd"/>' +
    '<text x="32" y="40" font-family="sans-serif" font-size="24" text-anchor="middle">' +
    `${escape(initials)}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

function escape(letters: string): string {
  return letters.replace(/[<>&]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
