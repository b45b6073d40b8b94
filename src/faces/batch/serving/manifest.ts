/** The manifest for the address at which the add-in is really served. */

const WRITTEN_ADDRESS = "https://localhost:3000";

/** `address` is an origin such as `https://localhost:3001`. */
export function manifestAt(manifest: string, address: string): string {
  return manifest.replaceAll(WRITTEN_ADDRESS, address);
}

/** The add-in's own number, by which Excel knows it. */
export function manifestId(manifest: string): string {
  const id = /<Id>([0-9a-f-]{36})<\/Id>/i.exec(manifest)?.[1];
  if (!id) throw new Error("the manifest has no Id");
  return id;
}
