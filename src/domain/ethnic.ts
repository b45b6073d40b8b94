/**
 * The 54 ethnic groups of Viet Nam by name. Names, not codes, are the key: the list of 1979 (121-TCTK/PPCĐ) and the
 * statistics office's census list number them differently from 04 on.
 */
import type { Confidence } from "./finding";
import { editDistance } from "./similarity";
import { fold, foldKeepingMarks } from "./text";

export interface EthnicGroup {
  /** In the spelling of the statistics office's census lists. */
  readonly name: string;
  /** Other spellings and names that mean this group and no other. */
  readonly aliases: readonly string[];
}

/** Where the names come from and how sure they are. */
export const ETHNIC_GROUPS_EVIDENCE: readonly {
  readonly what: string;
  readonly source: string | null;
  readonly confidence: Confidence;
}[] = [
  {
    what: "Tên theo danh mục Tổng điều tra dân số (mã 01–20)",
    source: "https://www.gso.gov.vn/Modules/Doc_Download.aspx?DocID=15172",
    confidence: "secondary",
  },
  {
    what: "Tên theo Quyết định 121-TCTK/PPCĐ năm 1979 (mã 01–09)",
    source: "https://cucthongke.danang.gov.vn/chi-tiet-tin-tuc?dinhdanh=112&cat=20",
    confidence: "secondary",
  },
  {
    what: "Cách viết theo Quyết định 1227/QĐ-TTg (46 dân tộc)",
    source:
      "https://bdt.daknong.gov.vn/en/van-hoa-xa-hoi1/-/view_content/105601707-chinh-phu-phe-duyet-danh-sach-32-dan-toc-con-gap-nhieu-kho-khan-va-14-dan-toc-co-kho-khan-dac-thu-giai-doan-2021-2025.html",
    confidence: "secondary",
  },
  { what: "Các tên còn lại và tên gọi khác", source: null, confidence: "unverified" },
];

/** `name: alias; alias`. Names that several groups bear (Thổ of the Tày, Mán, Xá, Trại, Chil) are no aliases. */
const TABLE = `
Kinh: Việt
Tày: Ngạn; Phén; Thu Lao; Pa Dí
Thái: Thái Đen; Thái Trắng; Tày Đăm; Tày Khao; Tày Mười; Tày Thanh
Mường: Mol; Mual; Ao Tá
Khmer: Khơ-me; Khơ Me; Khơ-mer; Khơme; Miên; Việt gốc Miên
Hoa: Hán; Triều Châu; Phúc Kiến; Quảng Đông; Xạ Phang
Nùng: Nùng An; Nùng Cháo; Nùng Lòi; Nùng Phàn Sình; Phàn Sinh; Xuồng; Khèn Lài
Mông: Hmông; H'Mông; H.Mông; H Mông; Hơ Mông; Mèo; Mẹo; Mông Hoa; Mông Trắng; Mông Đen; Mông Đỏ; Mông Xanh; Ná Miẻo
Dao: Dao Đỏ; Dao Tiền; Dao Quần Chẹt; Dao Quần Trắng; Dao Lô Gang; Dao Thanh Y; Dao Thanh Phán; Dao Áo Dài; Dao Tuyển; Quần Chẹt; Quần Trắng; Lô Gang; Thanh Y; Dìu Miền; Kiềm Miền
Gia Rai: Gia-rai; Giơ-rai; Jarai; Jrai; J'rai; Chơ-rai
Ê Đê: Ê-đê; Ede; Êđê; Ra-đê; Rhade; Rađê
Ba Na: Ba-na; Bana; Bahnar; Bơ Na; Rơ-ngao
Sán Chay: Cao Lan; Sán Chỉ; Sán Chí; Cao Lan - Sán Chỉ; Cao Lan - Sán Chí; Sán Chay (Cao Lan - Sán Chỉ); Hờn Bạn
Chăm: Chàm; Chiêm Thành; Hroi; Chăm Hroi; Chăm H'roi
Cơ Ho: Cơ-ho; K'Ho; Kơ Ho; Kơ-ho; Koho; Cơho; Xrê
Xơ Đăng: Xơ-đăng; Xê Đăng; Sê Đăng; Sedang; Xơ-teng; Ca Dong; Mơ-nâm; Tơ-đra; Ha-lăng
Sán Dìu: Sán Dẻo; Sán Déo; Trại Đất; Mán Quần Cộc
Hrê: H'rê; H're; Hre; Chăm Rê
Ra Glay: Ra-glai; Raglai; Raglay; Ra Glai; Ra-glây; Ra-clây; Rắc Lây
Mnông: M'nông; Mơ Nông; Pnông
Xtiêng: X'tiêng; Stiêng; S'tiêng; Xa-điêng
Bru Vân Kiều: Bru - Vân Kiều; Bru-Vân Kiều; Bru; Vân Kiều; Măng Coong; Khùa
Thổ: Kẹo; Cuối; Đan Lai; Ly Hà; Tày Pọng
Khơ Mú: Khơ-mú; Kmụ; Khmú; Kơ Mú; Xá Cẩu; Tày Hay
Cơ Tu: Cơ-tu; Ka Tu; Ka-tu; Katu; Ca-tu; Cà Tu; K'tu
Giáy: Nhắng; Dẩng
Giẻ Triêng: Gié - Triêng; Gié Triêng; Giẻ - Triêng; Gié-Triêng; Gié; Giẻ; Triêng; Ta Riêng
Tà Ôi: Ta-ôi; Tà-ôi; Tôi Ôi; Pa Cô; Pa Kô; Pa Co; Pa-hi; Pa Hy
Mạ: Châu Mạ; Mạ Ngăn; Mạ Xốp; Mạ Tô
Co: Cor; Kor; Col; Cùa; Trầu
Chơ Ro: Chơ-ro; Châu Ro; Dơ-ro; Chrau
Xinh Mun: Xinh-mun; Sinh Mun; Puộc; Pụa
Hà Nhì: U Ní; Xá U Ní
Chu Ru: Chu-ru; Churu; Chơ-ru
Lào: Lào Bốc; Lào Nọi
Kháng: Xá Súa; Xá Dón; Xá Hốc; Xá Ái; Xá Bung; Quảng Lâm
La Chí: Cù Tê; La Quả
Phù Lá: Xá Phó; Bồ Khô Pạ; Mu Di Pạ; Va Xơ Lao
La Hủ: Khù Xung; Cò Xung; Khả Quy; Pu Đang
La Ha: Khlá Phlạo
Pà Thẻn: Pà Hưng; Pà Then; Tống
Chứt: Rục; Sách; Mày; Mã Liềng; A Rem; A-rem
Lự: Lừ; Lữ; Nhuồn; Duôn
Lô Lô: Mùn Di; Ô Man
Mảng: Mảng Ư
Cơ Lao: Cờ Lao; Cơ-lao; Tứ Đư; Ho Ki
Bố Y: Bố-y; Chủng Chá; Trọng Gia; Tu Dí; Tu Dìn
Cống: Xắm Khống; Mấng Nhé; Xá Xeng
Ngái: Xín; Khách Gia
Si La: Si-la; Cù Dề Xừ; Khả Pẻ
Pu Péo: Ka Pèo; Pen Ti Lô Lô; La Quả Lô Lô
Rơ Măm: Rơ-măm
Brâu: Brao
Ơ Đu: Ơ-đu; Tày Hạt
`;

export const ETHNIC_GROUPS: readonly EthnicGroup[] = TABLE.trim()
  .split("\n")
  .map((line) => {
    const [name = "", aliases = ""] = line.split(": ");
    return { name, aliases: aliases.split("; ") };
  });

const NOT_LETTER = /[^\p{L}\p{N}]+/gu;
const CALLED = /^(?:dân tộc|dtộc|dt|người)[\s.:]+/;

/** No spelling of the table is longer. */
const LONGEST = 40;

const withMarks = new Map<string, string>();
/** null where names of two groups differ only in their marks. */
const withoutMarks = new Map<string, string | null>();
for (const { name, aliases } of ETHNIC_GROUPS) {
  for (const spelling of [name, ...aliases]) {
    withMarks.set(markedKey(foldKeepingMarks(spelling)), name);
    const bare = bareKey(spelling);
    const other = withoutMarks.get(bare);
    withoutMarks.set(bare, other === undefined || other === name ? name : null);
  }
}

function markedKey(folded: string): string {
  return folded.replace(NOT_LETTER, "");
}

function bareKey(text: string): string {
  return fold(text).replace(NOT_LETTER, "");
}

/**
 * The group that a cell names. `exact` is true for a known spelling or other name (case, spaces, hyphens and apostrophes
 * do not count); false where marks are missing, a letter is wrong, or "dân tộc" stands in front.
 */
export function findEthnicGroup(text: string): { name: string; exact: boolean } | null {
  const folded = foldKeepingMarks(text);
  const known = withMarks.get(markedKey(folded));
  if (known !== undefined) return { name: known, exact: true };
  const called = folded.replace(CALLED, "");
  const bare = bareKey(called);
  if (bare === "") return null;
  const name = withMarks.get(markedKey(called)) ?? withoutMarks.get(bare) ?? oneSlipAway(bare);
  return name ? { name, exact: false } : null;
}

/** Shorter names have too many neighbours (Tày, Thái, Thổ). */
const SHORTEST_WITH_SLIP = 5;
/** Spellings by each text that they become when one letter is left out: two texts one slip apart share one of these. */
const shortened = new Map<string, Set<string>>();
for (const [spelling, name] of withoutMarks) {
  if (name === null || spelling.length < SHORTEST_WITH_SLIP) continue;
  for (const text of oneLetterLess(spelling)) {
    const spellings = shortened.get(text);
    if (spellings) spellings.add(spelling);
    else shortened.set(text, new Set([spelling]));
  }
}

/** The text itself and the text without each of its letters. */
function oneLetterLess(text: string): string[] {
  return [text, ...Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1))];
}

/** A name with one letter wrong, too much, missing or swapped, if that fits one group only. */
function oneSlipAway(bare: string): string | null {
  if (bare.length < SHORTEST_WITH_SLIP || bare.length > LONGEST) return null;
  const found = new Set<string>();
  for (const text of oneLetterLess(bare)) {
    for (const spelling of shortened.get(text) ?? []) {
      if (editDistance(bare, spelling, 1) <= 1) found.add(withoutMarks.get(spelling)!);
    }
  }
  return found.size === 1 ? [...found][0]! : null;
}
