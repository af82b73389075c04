/** The origin of a web page's address (`https://crm.example.com`, with its port), or nothing for what is no web page. */
export function webOriginOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol, origin } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
}
