import { crc32, deflateSync } from "node:zlib";

const width = 1200;
const height = 630;

/**
 * A landscape in shades of one colour (`#rrggbb`), as a PNG of 1200 × 630. The same seed gives the same hills.
 */
export function drawPicture(colour: string, seed: string): Buffer {
  const phase = crc32(seed) / 2 ** 32;
  const sun = { x: width * (0.2 + 0.6 * phase), y: height * 0.3, radius: 70 };
  const hill = (layer: number, x: number) =>
    height * (0.45 + 0.14 * layer) +
    50 * Math.sin(x / (210 - 40 * layer) + 6 * phase + layer) +
    18 * Math.sin(x / 57 + 9 * phase * layer);

  const rows: Buffer[] = [];
  for (let y = 0; y < height; y += 1) {
    // Each row begins with its filter: none.
    const row = Buffer.alloc(width + 1);
    for (let x = 0; x < width; x += 1) {
      let shade =
        Math.hypot(x - sun.x, y - sun.y) < sun.radius ? 0 : 1 + Math.min(2, Math.floor((6 * y) / height));
      for (let layer = 0; layer < 4; layer += 1) if (y > hill(layer, x)) shade = 4 + layer;
      row[x + 1] = shade;
    }
    rows.push(row);
  }
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", header()),
    chunk("PLTE", palette(colour)),
    chunk("IDAT", deflateSync(Buffer.concat(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** Eight bits a pixel, each an index of the palette. */
function header(): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(width, 0);
  bytes.writeUInt32BE(height, 4);
  bytes.set([8, 3, 0, 0, 0], 8);
  return bytes;
}

/** Sun, three skies and four hills, from nearly white to the colour itself. */
function palette(colour: string): Buffer {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const strengths = [0.04, 0.16, 0.22, 0.28, 0.45, 0.62, 0.8, 1];
  return Buffer.from(
    strengths.flatMap((strength) => channels.map((channel) => Math.round(255 - (255 - channel) * strength))),
  );
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "ascii"), content]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(content.length, 0);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
