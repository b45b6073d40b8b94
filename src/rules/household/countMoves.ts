/** Whether counts say something else than when it was last asked; counts that went there and back do not. */
import { surpriseMoved, totalMoved } from "./likelihood";

const COUNTERS = 2 ** 32;

export class CountMoves {
  /** By counter, how many steps what it says has moved. */
  private readonly moved = new Map<number, number>();
  /** Nothing has been asked yet, or so much changes that all is taken to have moved. */
  private isAll = true;

  any(): boolean {
    return this.isAll || this.moved.size > 0;
  }

  settle(): void {
    this.isAll = false;
    this.moved.clear();
  }

  all(): void {
    this.isAll = true;
  }

  /** `sort` and `index` name the counter. What a single person has changes nobody else's score. */
  count(sort: number, index: number, from: number, to: number): void {
    if (!this.isAll && Math.max(from, to) > 1) this.note(sort * COUNTERS + index, surpriseMoved(from, to));
  }

  total(sort: number, index: number, from: number, to: number): void {
    if (!this.isAll) this.note(sort * COUNTERS + index, totalMoved(from, to));
  }

  private note(counter: number, steps: number): void {
    if (steps === 0) return;
    const sum = (this.moved.get(counter) ?? 0) + steps;
    if (sum === 0) this.moved.delete(counter);
    else this.moved.set(counter, sum);
  }
}
