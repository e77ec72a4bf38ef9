import { statfsSync } from "node:fs";

/** The kernel's magic numbers, linux/magic.h and the drivers' own. On these the locks of SQLite are a promise nobody keeps. */
const networkDisks: ReadonlyMap<number, string> = new Map([
  [0x6969, "NFS"],
  [0x517b, "SMB"],
  [0xff534d42, "CIFS"],
  [0xfe534d42, "SMB2"],
  [0x65735546, "FUSE"],
  [0x01021997, "9p"],
  [0x00c36400, "Ceph"],
  [0x0bd00bd0, "Lustre"],
  [0x5346414f, "AFS"],
  [0x6b414653, "AFS"],
  [0x73757245, "Coda"],
  [0x01161970, "GFS2"],
  [0x7461636f, "OCFS2"],
  [0x786f4256, "vboxsf"],
  [0xbacbacbc, "vmhgfs"],
]);

/** The name of the network file system this folder lies on, or null. */
export function networkDisk(folder: string): string | null {
  // Some kernels hand the number over with its sign.
  return networkDisks.get(statfsSync(folder).type >>> 0) ?? null;
}
