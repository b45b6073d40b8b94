/** Households for tests, made up from a seed: no two are alike, and each number fits its person. */
export interface Household {
  readonly name: string;
  readonly gender: "Nam" | "Nữ";
  readonly year: number;
  readonly ethnic: string;
  readonly identity: string;
  readonly village: string;
  readonly members: number;
}

const families = [
  "Lý",
  "Hoàng",
  "Nông",
  "Triệu",
  "Ma",
  "Đặng",
  "Bàn",
  "Lường",
  "Phùng",
  "Chu",
  "Giàng",
  "Vi",
];
const men = ["Páo", "Tài", "Sơn", "Hùng", "Kim", "Đức", "Quý", "Thành", "Vượng", "Khải", "Long", "Bảo"];
const women = ["Mai", "Hoa", "Lan", "Xuân", "Nga", "Thảo", "Yến", "Duyên", "Phương", "Chi", "Sính", "Quyên"];
const groups = ["Tày", "Nùng", "Dao", "Mông", "Sán Chay"];
export const villages = ["Làng Mười", "Đoàn Kết", "Khuổi Hoa", "Nà Canh"];

/** `count` households from one seed; the same seed gives the same. */
export function households(count: number, seed = 1): Household[] {
  let state = seed;
  const next = (below: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  return Array.from({ length: count }, (_unused, index) => {
    const gender = next(2) === 0 ? "Nam" : "Nữ";
    const given = (gender === "Nam" ? men : women)[(index * 5 + next(2)) % 12]!;
    const year = 1958 + ((index * 7) % 40);
    const middle = gender === "Nam" ? ["Văn", "Đình", "Sinh"][index % 3] : ["Thị", "Thu", "Kim"][index % 3];
    return {
      name: `${families[(index * 7 + seed) % families.length]} ${middle} ${given}`,
      gender,
      year,
      ethnic: groups[next(groups.length)]!,
      identity: `019${gender === "Nam" ? 0 : 1}${String(year % 100).padStart(2, "0")}${String(100000 + ((index * 7919 + seed * 31) % 899999))}`,
      village: villages[index % villages.length]!,
      members: 2 + next(5),
    };
  });
}
