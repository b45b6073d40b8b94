/**
 * Finds persons who may be one: near-equal names and birth dates. Pairs are sought in blocks: two of the three parts of the
 * birth date agree (or day and month are swapped) in one village, or the whole date does, or the names' letters do. The
 * search is made whole at first, then kept up to date person by person; both give the same pairs.
 */
import { NearPairs } from "./nearPairs";
import { BY_BIRTH, BY_NAME, WAYS } from "./people";
import { eachRun } from "./runs";

/** In longer blocks only persons with the same letters in their names are compared. */
const LONGEST_BLOCK = 300;
export class NearPersons extends NearPairs {
  /** Equal persons by their common key, in the order of the sheet; the first stands for all. */
  private readonly equals = new Map<number, number | number[]>();
  /** For keeping up to date: blocks by key for each way of seeking. */
  private blocks: Map<number, number[]>[] | null = null;

  /** The whole search. Rows in the order of the sheet. */
  load(rows: readonly number[]): void {
    const people = Int32Array.from(rows.filter((row) => this.readPerson(row)));
    for (const row of people) this.count(row, 1);
    const isTwin = new Uint8Array(this.isMember.length);
    const findTwins = (order: Int32Array, from: number, to: number): void =>
      this.findTwins(order, from, to, isTwin);
    eachRun(people, (row) => this.blockKey(BY_BIRTH, row), findTwins);
    const single = people.filter((row) => isTwin[row] === 0);
    for (const way of WAYS) {
      eachRun(
        single,
        (row) => this.blockKey(way, row),
        (order, from, to) => this.compareBlock(order, from, to, way),
      );
    }
    this.moves.all();
    this.settle();
  }

  /** Of persons born on one day those who are equal in all. */
  private findTwins(order: Int32Array, from: number, to: number, isTwin: Uint8Array): void {
    const first = new Map<number, number>();
    for (let at = from; at < to; at += 1) {
      const row = order[at]!;
      const key = this.equalKey(row);
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, row);
      else {
        isTwin[row] = 1;
        this.addTwins(earlier, row);
      }
    }
  }

  /** Takes a person out; does nothing for one who is not in. */
  remove(row: number): void {
    if (this.isMember[row] === 0) return;
    this.prepare();
    this.count(row, -1);
    this.isMember[row] = 0;
    const key = this.equalKey(row);
    const equal = key < 0 ? row : this.equals.get(key)!;
    const wasFirst = typeof equal === "number" || equal[0] === row;
    this.dropPairs(row);
    if (wasFirst) this.leaveBlocks(row);
    if (key < 0) return;
    if (typeof equal === "number") {
      this.equals.delete(key);
      return;
    }
    equal.splice(equal.indexOf(row), 1);
    if (equal.length === 1) this.equals.set(key, equal[0]!);
    if (wasFirst) {
      this.enterBlocks(equal[0]!);
      for (const other of equal.slice(1)) this.addTwins(equal[0]!, other);
    }
  }

  /** Reads a person and looks for pairs. */
  add(row: number): void {
    this.prepare();
    if (!this.readPerson(row)) return;
    this.count(row, 1);
    const key = this.equalKey(row);
    const before = key < 0 ? undefined : this.equals.get(key);
    const formerFirst = typeof before === "object" ? before[0] : before;
    const first = this.joinEquals(row);
    if (first !== row) return;
    if (formerFirst !== undefined) {
      this.dropPairs(formerFirst);
      this.leaveBlocks(formerFirst);
      for (const other of (this.equals.get(key) as number[]).slice(1)) {
        this.dropPairs(other);
        this.addTwins(row, other);
      }
    }
    this.enterBlocks(row);
  }

  /** Puts a person among the equal ones; who stands for them. */
  private joinEquals(row: number): number {
    const rows = this.enterEquals(row);
    if (rows.length > 1 && rows[0] !== row) this.addTwins(rows[0]!, row);
    return rows[0]!;
  }

  private enterEquals(row: number): readonly number[] {
    const key = this.equalKey(row);
    if (key < 0) return [row];
    const before = this.equals.get(key);
    if (before === undefined) {
      this.equals.set(key, row);
      return [row];
    }
    const rows = typeof before === "number" ? [before] : before;
    const place = this.source.placeOf(row);
    const at = rows.findIndex((other) => this.source.placeOf(other) > place);
    if (at < 0) rows.push(row);
    else rows.splice(at, 0, row);
    this.equals.set(key, rows);
    return rows;
  }

  private compareBlock(order: Int32Array, from: number, to: number, way: number): void {
    if (to - from <= LONGEST_BLOCK) {
      for (let i = from; i < to; i += 1)
        for (let j = i + 1; j < to; j += 1) this.compare(order[i]!, order[j]!);
    } else if (way !== BY_NAME) {
      const sameName = (row: number): number => this.nameIds[row]!;
      eachRun(order.slice(from, to), sameName, (same, start, end) => {
        if (end - start <= LONGEST_BLOCK) this.compareBlock(same, start, end, way);
      });
    }
  }

  /** Makes what keeping up to date needs. */
  prepare(): void {
    if (this.blocks) return;
    this.notePairs();
    this.blocks = WAYS.map(() => new Map<number, number[]>());
    const members = [...this.isMember.keys()].filter((row) => this.isMember[row] === 1);
    members.sort((a, b) => this.source.placeOf(a) - this.source.placeOf(b));
    for (const row of members) this.enterEquals(row);
    for (const row of members) {
      const key = this.equalKey(row);
      const equal = key < 0 ? row : this.equals.get(key)!;
      if (equal === row || (typeof equal === "object" && equal[0] === row)) this.fillBlocks(row);
    }
  }

  private fillBlocks(row: number): void {
    for (const way of WAYS) {
      const key = this.blockKey(way, row);
      if (key < 0) continue;
      const block = this.blocks![way]!.get(key);
      if (block) block.push(row);
      else this.blocks![way]!.set(key, [row]);
    }
  }

  private enterBlocks(row: number): void {
    this.fillBlocks(row);
    this.compareInBlocks(row);
    this.blocksOf(row).forEach(({ block, way }) => this.crossed(block, way, block.length - 1, block.length));
  }

  private leaveBlocks(row: number): void {
    this.blocksOf(row).forEach(({ block, way, key }) => {
      block.splice(block.indexOf(row), 1);
      if (block.length === 0) this.blocks![way]!.delete(key);
      else this.crossed(block, way, block.length + 1, block.length);
    });
  }

  private blocksOf(row: number): { way: number; key: number; block: number[] }[] {
    return WAYS.flatMap((way) => {
      const key = this.blockKey(way, row);
      const block = key < 0 ? undefined : this.blocks![way]!.get(key);
      return block ? [{ way, key, block }] : [];
    });
  }

  private compareInBlocks(row: number): void {
    for (const { block, way } of this.blocksOf(row)) {
      const others = this.comparedIn(block, way, row);
      for (const other of others) if (other !== row) this.compare(row, other);
    }
  }

  private comparedIn(block: readonly number[], way: number, row: number): readonly number[] {
    if (block.length <= LONGEST_BLOCK) return block;
    if (way === BY_NAME) return [];
    const same = block.filter((other) => this.nameIds[other] === this.nameIds[row]);
    return same.length <= LONGEST_BLOCK ? same : [];
  }

  /** A block, or those of one name in it, became too long or short enough: its pairs are sought anew. */
  private crossed(block: readonly number[], way: number, before: number, after: number): void {
    const crosses = (from: number, to: number): boolean =>
      Math.max(from, to) === LONGEST_BLOCK + 1 && Math.min(from, to) === LONGEST_BLOCK;
    let members: readonly number[] = crosses(before, after) ? block : [];
    if (members.length === 0 && way !== BY_NAME && Math.min(before, after) > LONGEST_BLOCK) {
      const byName = new Map<number, number[]>();
      for (const row of block) {
        const id = this.nameIds[row]!;
        byName.set(id, [...(byName.get(id) ?? []), row]);
      }
      members = [...byName.values()].filter((rows) => rows.length >= LONGEST_BLOCK - 1).flat();
    }
    for (const row of members) this.seekAnew(row);
  }

  private seekAnew(row: number): void {
    const twins = [...(this.pairsOf!.get(row) ?? [])]
      .map((key) => this.pairs.get(key)!)
      .filter((pair) => pair.twins);
    this.dropPairs(row);
    for (const pair of twins) this.addTwins(pair.a, pair.b);
    this.compareInBlocks(row);
  }
}
