/** Two-byte characters of GB18030, by the platform's own decoder: nothing encodes it. */
const codes = new Map<string, readonly [number, number]>();
const decoder = new TextDecoder('gb18030');
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    const text = decoder.decode(Uint8Array.of(lead, trail));
    if (text.length === 1 && text !== '\uFFFD') codes.set(text, [lead, trail]);
  }
}

export function encodeGb18030(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...text].flatMap((one) => codes.get(one) ?? [one.charCodeAt(0)]));
}
