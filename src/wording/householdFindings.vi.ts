/** Findings about households and their numbers, in Vietnamese. CCCD numbers are not repeated in sentences. */
import type { FindingWords } from "./findingWords";

type Codes = Extract<keyof FindingWords, `household/${string}` | `identity/${string}`>;

const withLaw = (law: string | null): string => (law === null ? "" : ` (${law})`);

export const householdFindings: Pick<FindingWords, Codes> = {
  "identity/format": {
    title: "Số CCCD sai dạng",
    message: ({ text }, say) => `${say.quote(text)} không phải số CCCD 12 chữ số, cần nhập lại theo thẻ.`,
  },
  "identity/lost-leading-zero": {
    title: "Số CCCD mất số 0 đầu",
    message: ({ text, padded }) =>
      padded === null
        ? `Số CCCD chỉ có ${text.replace(/\D/g, "").length} chữ số và thêm số 0 đầu vẫn không đúng mã tỉnh, cần nhập lại theo thẻ.`
        : `Số CCCD mất số 0 đầu, chỉ còn ${text.replace(/\D/g, "").length} chữ số, cần ghi đủ 12 chữ số ở dạng chữ.`,
    fix: () => "Thêm lại số 0 đầu",
  },
  "identity/old-number": {
    title: "Số CMND cũ",
    message: () => "Đây là số CMND 9 chữ số đã hết giá trị sử dụng, cần thay bằng số CCCD 12 chữ số.",
  },
  "identity/gender-mismatch": {
    title: "Giới tính không khớp số CCCD",
    message: ({ inNumber, typed }, _say, { law }) =>
      `Chữ số thứ tư của số CCCD là của ${inNumber.toLowerCase()}, cột Giới tính ghi ${typed} (${law}), cần kiểm tra cả hai.`,
  },
  "identity/birth-year-mismatch": {
    title: "Năm sinh không khớp số CCCD",
    message: ({ inNumber, typed }, _say, { law }) =>
      `Số CCCD cho năm sinh ${inNumber}, cột Ngày sinh ghi năm ${typed} (${law}), cần kiểm tra cả hai.`,
  },
  "identity/unknown-province": {
    title: "Mã tỉnh lạ trong số CCCD",
    message: ({ code }) =>
      `Ba số đầu ${code} của số CCCD không có trong danh sách mã tỉnh đã biết, nên đối chiếu với thẻ.`,
  },
  "household/duplicate-id": {
    title: "Một số CCCD cho hai người",
    message: ({ name, otherName, otherRow }, say) =>
      `Số CCCD của ${say.quote(name)} trùng với ${say.quote(otherName)} ở dòng ${otherRow}, cần đối chiếu thẻ và sửa số sai.`,
  },
  "household/duplicate-person": {
    title: "Có thể trùng người",
    message: ({ otherName, otherRow, nameSlips, likeness, otherBirth, sameHamlet }, say) => {
      const name = nameSlips === 0 ? "cùng tên" : `tên gần giống ${say.quote(otherName)}`;
      const birth = {
        same: "cùng ngày sinh",
        sameYear: "cùng năm sinh",
        slip: `ngày sinh gần giống ${say.date(otherBirth)}`,
      }[likeness];
      return `Có thể trùng với dòng ${otherRow}: ${name}, ${birth}, ${sameHamlet ? "cùng" : "khác"} thôn xóm nhưng khác số CCCD, cần đối chiếu.`;
    },
  },
  "household/inconsistent": {
    title: "Thông tin của một hộ không thống nhất",
    message: ({ name, value, otherValue, otherRow }, say) =>
      `${say.plain(name)} ghi ${say.quote(value)} ở đây nhưng ${say.quote(otherValue)} ở dòng ${otherRow} (cùng số CCCD), cần thống nhất.`,
  },
  "household/not-poor": {
    title: "Không phải hộ nghèo",
    message: ({ status, content, basis }, say) =>
      `${say.quote(status)} không thuộc đối tượng hỗ trợ ${say.quote(content)}, dự án này chỉ hỗ trợ hộ nghèo${withLaw(basis)}.`,
  },
  "household/kinh-outside-difficult-area": {
    title: "Hộ Kinh ngoài địa bàn đặc biệt khó khăn",
    message: ({ hamlet, isMarked, basis }, say) =>
      `Hộ nghèo dân tộc Kinh chỉ được hỗ trợ ở nơi đặc biệt khó khăn${withLaw(basis)}, ${
        isMarked
          ? `${say.quote(hamlet)} không thuộc diện này.`
          : "Danh mục chưa đánh dấu thôn xóm nào và chưa khai “Xã khu vực III”, cần bổ sung."
      }`,
  },
  "household/land-shortage-below-threshold": {
    title: "Chưa đủ mức thiếu đất sản xuất",
    message: ({ content, shortage, threshold, inclusive }, say) => {
      const wanted =
        threshold === null
          ? ""
          : ` ${inclusive ? `từ ${say.percent(threshold)} trở lên` : `trên ${say.percent(threshold)}`}`;
      return shortage === null
        ? `Hỗ trợ ${say.quote(content)} cần mức thiếu đất sản xuất${wanted}, ô này còn trống, cần nhập tỷ lệ.`
        : `Thiếu ${say.percent(shortage)} đất sản xuất, chưa đạt mức${wanted} để được hỗ trợ ${say.quote(content)}.`;
    },
  },
  "household/land-and-occupation": {
    title: "Vừa đất sản xuất vừa chuyển đổi nghề",
    message: ({ name, content, otherContent, otherRow }, say) =>
      `${say.plain(name)} đã có ${say.quote(otherContent)} ở dòng ${otherRow}, mỗi hộ chỉ hưởng một trong hai: ${say.quote(otherContent)} hoặc ${say.quote(content)}.`,
  },
  "household/same-support-twice": {
    title: "Hỗ trợ hai lần cùng nội dung",
    message: ({ name, content, otherRow }, say) =>
      `${say.plain(name)} đã được hỗ trợ ${say.quote(content)} ở dòng ${otherRow}, cần xóa nếu nhập hai lần.`,
  },
  "household/over-norm": {
    title: "Vượt định mức hỗ trợ",
    message: ({ content, item, amount, norm, form, basis }, say) =>
      `${item === "Tổng" ? "Tổng hỗ trợ" : item} ${say.money(amount)} vượt định mức ${say.money(norm)} cho ${say.quote(form === "" ? content : `${content} – ${form}`)}${basis === "" ? "" : ` (${say.plain(basis)})`}.`,
  },
  "household/loan-over-limit": {
    title: "Vay vượt mức",
    message: ({ content, amount, norm, basis }, say) =>
      `Vay ${say.money(amount)} vượt mức vay ${say.money(norm)} cho ${say.quote(content)}${basis === "" ? "" : ` (${say.plain(basis)})`}.`,
  },
  "household/form-missing": {
    title: "Chưa chọn hình thức hỗ trợ",
    message: ({ content }, say) =>
      `Định mức của ${say.quote(content)} tùy theo Hình thức (Xây mới hoặc Sửa chữa), cần chọn để đối chiếu.`,
  },
  "household/under-local-minimum": {
    title: "Dưới mức hỗ trợ tối thiểu",
    message: ({ content, item, amount, norm, basis }, say) =>
      `${item} ${say.money(amount)} thấp hơn mức tối thiểu ${say.money(norm)} cho ${say.quote(content)}${basis === "" ? "" : ` (${say.plain(basis)})`}.`,
  },
  "household/total-exceeds-budget": {
    title: "Hỗ trợ hộ vượt ngân sách",
    message: ({ project, content, source, given, budget, excess }, say) =>
      `Các hộ của ${content === null ? `dự án ${project}` : `nội dung ${say.quote(content)}`} được hỗ trợ ${say.money(given)} ${source}, ngân sách có ${say.money(budget)}, vượt ${say.money(excess)}.`,
  },
  "household/borrower-under-18": {
    title: "Người vay chưa đủ 18 tuổi",
    message: ({ birth, approval }, say, { law }) =>
      `Người vay sinh ${birth.length === 4 ? "năm " : ""}${say.date(birth)} chưa đủ 18 tuổi vào ngày phê duyệt ${say.date(approval)} (${law}).`,
  },
  "household/priority": {
    title: "Đối tượng ưu tiên",
    message: ({ ethnicGroup, group }, say, { law }) =>
      ethnicGroup === null
        ? "Ưu tiên: chủ hộ nữ là lao động duy nhất."
        : `Ưu tiên: dân tộc ${ethnicGroup} (${say.plain(group ?? "")}) ở địa bàn đặc biệt khó khăn (${law}).`,
  },
  "household/priority-conflict": {
    title: "Đánh dấu chủ hộ nữ cho nam",
    message: ({ gender }) =>
      `Đánh dấu chủ hộ nữ là lao động duy nhất nhưng Giới tính ghi ${gender}, cần sửa một trong hai ô.`,
  },
};
