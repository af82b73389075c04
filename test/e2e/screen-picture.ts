import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

/** The fields of an XWD header (X11/XWDFile.h, 32-bit big-endian words) that are read here, by their place. */
const headerWord = { size: 0, width: 4, height: 5, bitsPerPixel: 11, bytesPerLine: 12, colors: 19 } as const;
const bytesPerColor = 12;

export type ScreenPicture = { width: number; height: number; rgbAt(x: number, y: number): [number, number, number] };

/** Reads what Xvfb shows now from its framebuffer file: 32 bits a pixel, blue first. */
export function readScreen(framebufferPath: string): ScreenPicture {
  const bytes = readFileSync(framebufferPath);
  const word = (name: keyof typeof headerWord) => bytes.readUInt32BE(headerWord[name] * 4);
  if (word('bitsPerPixel') !== 32) throw new Error('The screen must have 32 bits a pixel.');
  const start = word('size') + word('colors') * bytesPerColor;
  const bytesPerLine = word('bytesPerLine');
  return {
    width: word('width'),
    height: word('height'),
    rgbAt(x, y) {
      const place = start + y * bytesPerLine + x * 4;
      return [bytes.readUInt8(place + 2), bytes.readUInt8(place + 1), bytes.readUInt8(place)];
    },
  };
}

/** The picture as a PNG file (8 bits a channel, no alpha, no filter). */
export function toPng(picture: ScreenPicture): Buffer {
  const lineBytes = 1 + picture.width * 3;
  const raw = Buffer.alloc(lineBytes * picture.height);
  for (let y = 0; y < picture.height; y += 1) {
    for (let x = 0; x < picture.width; x += 1) raw.set(picture.rgbAt(x, y), y * lineBytes + 1 + x * 3);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(picture.width, 0);
  header.writeUInt32BE(picture.height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(raw)),
    pngChunk('IEND', Buffer.alloc(0)),
  ]);
}

function pngChunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
