import { crc32 } from "node:zlib";

export interface ArchivedFile {
  path: string;
  content: Uint8Array;
}

const LOCAL_SIGNATURE = 0x04034b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const END_SIGNATURE = 0x06054b50;
const VERSION = 20;
/** Paths are UTF-8. */
const FLAGS = 0x800;
/** 1 January 1980, the first day there is: equal files make equal archives. */
const DATE = 0x21;

/**
 * A zip archive without compression, which is what Python imports from fastest. The same bytes for
 * the same files. Source of the format: PKWARE's APPNOTE 6.3.10, sections 4.3.7, 4.3.12, 4.3.16.
 */
export function writeArchive(files: readonly ArchivedFile[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.path);
    const facts = describe(file, name);
    const local = Buffer.concat([writeNumbers([[LOCAL_SIGNATURE, 4]]), facts, name, file.content]);
    bodies.push(local);
    // Made by, then the same facts, then comment, disk and attributes, all empty, and the place.
    const empty = Buffer.alloc(10);
    const place = writeNumbers([[offset, 4]]);
    const head = writeNumbers([
      [CENTRAL_SIGNATURE, 4],
      [VERSION, 2],
    ]);
    directory.push(Buffer.concat([head, facts, empty, place, name]));
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = writeNumbers([
    [END_SIGNATURE, 4],
    [0, 2],
    [0, 2],
    [files.length, 2],
    [files.length, 2],
    [central.length, 4],
    [offset, 4],
    [0, 2],
  ]);
  return Buffer.concat([...bodies, central, end]);
}

/** What both headers of a file say, from the version to the length of the extra field. */
function describe({ content }: ArchivedFile, name: Buffer): Buffer {
  return writeNumbers([
    [VERSION, 2],
    [FLAGS, 2],
    [0, 2],
    [0, 2],
    [DATE, 2],
    [crc32(content), 4],
    [content.length, 4],
    [content.length, 4],
    [name.length, 2],
    [0, 2],
  ]);
}

function writeNumbers(numbers: [value: number, bytes: number][]): Buffer {
  const parts = numbers.map(([value, bytes]) => {
    const part = Buffer.alloc(bytes);
    part.writeUIntLE(value, 0, bytes);
    return part;
  });
  return Buffer.concat(parts);
}
