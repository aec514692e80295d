interface Placed {
  readonly name: Buffer;
  readonly content: Uint8Array;
  readonly offset: number;
}

/** A minimal ZIP archive in memory, without compression, dates and checksums. */
export function zipOf(entries: ReadonlyMap<string, Uint8Array>): Buffer {
  const placed: Placed[] = [];
  const locals: Uint8Array[] = [];
  let offset = 0;
  for (const [path, content] of entries) {
    const name = Buffer.from(path, "utf8");
    placed.push({ name, content, offset });
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    header.writeUInt16LE(20, 4);
    header.writeUInt32LE(content.length, 18);
    header.writeUInt32LE(content.length, 22);
    header.writeUInt16LE(name.length, 26);
    locals.push(header, name, content);
    offset += header.length + name.length + content.length;
  }
  const directory = Buffer.concat(placed.flatMap(directoryEntry));
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(placed.length, 8);
  end.writeUInt16LE(placed.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function directoryEntry({ name, content, offset }: Placed): Uint8Array[] {
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(0x02014b50, 0);
  entry.writeUInt16LE(20, 4);
  entry.writeUInt16LE(20, 6);
  entry.writeUInt32LE(content.length, 20);
  entry.writeUInt32LE(content.length, 24);
  entry.writeUInt16LE(name.length, 28);
  entry.writeUInt32LE(offset, 42);
  return [entry, name];
}
