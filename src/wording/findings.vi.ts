/** The rules' findings in Vietnamese. No sentence holds a semicolon: it parts the marks of a row. */
import type { FindingWords } from "./findingWords";
import { householdFindings } from "./householdFindings.vi";

/** What a list is called, by its table. */
const listNames: Readonly<Record<string, string>> = {
  tblXom: "thôn xóm",
  tblDonVi: "đơn vị",
  tblDanToc: "dân tộc",
  tblDinhMuc: "định mức",
  tblDuAn: "dự án (trang Kế hoạch)",
  tblNoiDung: "nội dung (trang Nội dung)",
};
const listName = (table: string): string => listNames[table] ?? table;

/** What cannot be checked while a list is empty. */
const uncheckedWithout: Readonly<Record<string, string>> = {
  tblXom: "tên thôn xóm và địa bàn đặc biệt khó khăn",
  tblDonVi: "tên đơn vị",
  tblDanToc: "tên dân tộc",
  tblDinhMuc: "mức hỗ trợ",
  tblDuAn: "mã dự án",
  tblNoiDung: "tên nội dung",
};

export const findingsVi: FindingWords = {
  "structure/missing-column": {
    title: "Thiếu cột bắt buộc",
    message: ({ header, ownSheet }) =>
      ownSheet
        ? `Trang này không có cột nào được đọc là “${header}”, cần chỉ ra cột hoặc cho một giá trị chung ở mục “Trang tính của bạn”.`
        : `Bảng thiếu cột bắt buộc “${header}”, cần thêm lại cột với đúng tên này.`,
  },
  "structure/duplicate-column": {
    title: "Trùng tên cột",
    message: ({ header, columns }) =>
      `Có ${columns.length} cột cùng tên “${header}” (cột ${columns.join(", ")}), cần giữ một cột và đổi tên cột còn lại.`,
  },
  "structure/merged-cells": {
    title: "Gộp ô trong vùng dữ liệu",
    message: ({ area }) =>
      `Vùng ${area} gộp ô giữa dữ liệu nên có ô mất giá trị, cần bỏ gộp rồi điền đủ từng dòng.`,
  },
  "structure/subtotal-row": {
    title: "Dòng tổng xen giữa dữ liệu",
    message: ({ label }, say) =>
      `Dòng ${say.quote(label)} là dòng tổng xen giữa dữ liệu, dễ bị cộng hai lần, cần xóa vì các biểu tự tính tổng.`,
  },
  "structure/not-calculated": {
    title: "Công thức chưa được tính",
    message: ({ cells }) =>
      `Trang có ${cells} ô công thức chưa có kết quả, cần mở bằng Excel, nhấn F9 rồi lưu lại.`,
  },
  "list/empty": {
    title: "Danh sách còn trống",
    message: ({ list }) =>
      `Danh sách ${listName(list)} chưa có dòng nào nên chưa kiểm tra được ${uncheckedWithout[list] ?? "cột dùng danh sách này"}, cần nhập danh sách.`,
  },
  "list/unknown-value": {
    title: "Giá trị không có trong danh sách",
    message: ({ value, suggestion, list, options }, say) => {
      if (suggestion !== null)
        return `${say.quote(value)} không có trong danh sách, có phải là ${say.quote(suggestion)}?`;
      if (list === null)
        return `${say.quote(value)} không dùng được ở cột này, chỉ nhận: ${options.join(", ")}.`;
      if (list === "tblNoiDung")
        return `${say.quote(value)} không phải Tên ngắn của nội dung nào thuộc dự án này, cần chọn lại.`;
      return `${say.quote(value)} không có trong danh sách ${listName(list)}, cần chọn lại hoặc bổ sung ở trang Danh mục.`;
    },
    fix: ({ suggestion }) => `Đổi thành “${suggestion ?? ""}”`,
  },
  "required/missing": {
    title: "Thiếu dữ liệu bắt buộc",
    message: (_params, _say, { column }) => `Dòng đã có dữ liệu nhưng chưa nhập ${column}, cần bổ sung.`,
  },
  "type/number": {
    title: "Không phải là số",
    message: ({ text, reason }, say) =>
      reason === "tooLarge"
        ? `${say.quote(text)} quá lớn so với một số liệu, có thể là mã hoặc số tài khoản nhập nhầm cột.`
        : `${say.quote(text)} không đọc được thành số, cần gõ lại bằng chữ số.`,
  },
  "type/date": {
    title: "Không phải là ngày",
    message: ({ text }, say) =>
      `${say.quote(text)} không phải ngày có thật, cần gõ lại theo dạng ngày/tháng/năm.`,
  },
  "number/text-number": {
    title: "Số ở dạng chữ",
    message: ({ text, value }, say) =>
      value === null
        ? `${say.quote(text)} ở dạng chữ và có hai cách hiểu (dấu thập phân hay dấu phân cách nghìn), cần gõ lại thành số.`
        : `Số ở dạng chữ (${say.quote(text)}) không được tính vào tổng, cần đổi thành số ${say.number(value)}.`,
    fix: ({ value }, say) => `Đổi thành số ${value === null ? "" : say.number(value)}`,
  },
  "number/sub-dong": {
    title: "Số tiền lẻ dưới một đồng",
    message: ({ amount }, say) =>
      `${say.number(amount)} ${say.unit} có phần lẻ nhỏ hơn một đồng, cần làm tròn lại.`,
  },
  "number/percent-scale": {
    title: "Tỷ lệ ghi theo phần trăm",
    message: ({ written, value }, say) =>
      `Ghi ${say.number(written)} được hiểu là ${say.percent(value)}, ô này cần ghi ${say.number(value)}.`,
    fix: ({ value }, say) => `Đổi thành ${say.number(value)}`,
  },
  "date/text-date": {
    title: "Ngày ở dạng chữ",
    message: ({ text, iso }, say) =>
      `Ngày ở dạng chữ (${say.quote(text)}) không sắp xếp và tính được, cần đổi thành ngày ${say.date(iso)}.`,
    fix: ({ iso }, say) => `Đổi thành ngày ${say.date(iso)}`,
  },
  "text/legacy-encoding": {
    title: "Chữ phông cũ (TCVN3, VNI)",
    message: ({ text, proposal }, say) =>
      `${say.quote(text)} có vẻ gõ bằng phông cũ TCVN3 hoặc VNI, có thể là ${say.quote(proposal)}, cần gõ lại bằng Unicode.`,
  },
  "text/not-nfc": {
    title: "Dấu tiếng Việt bị tách rời",
    message: ({ text }, say) =>
      `${say.quote(text)} có dấu tách rời (Unicode tổ hợp) nên tìm và đối chiếu không khớp, cần đổi sang dựng sẵn.`,
    fix: () => "Đổi sang Unicode dựng sẵn",
  },
  "text/stray-space": {
    title: "Thừa khoảng trắng",
    message: ({ text }, say) =>
      `${say.quote(text)} có khoảng trắng thừa ở đầu, cuối hoặc giữa chữ nên đối chiếu không khớp, cần xóa.`,
    fix: () => "Xóa khoảng trắng thừa",
  },
  "budget/unknown-project": {
    title: "Mã dự án không có trong kế hoạch",
    message: ({ project, suggestion }, say) =>
      suggestion === null
        ? `Mã dự án ${say.quote(project)} không có ở trang Kế hoạch, cần chọn lại mã.`
        : `Mã dự án ${say.quote(project)} không có ở trang Kế hoạch, có phải là ${say.quote(suggestion)}?`,
    fix: ({ suggestion }) => `Đổi thành “${suggestion ?? ""}”`,
  },
  "budget/split-mismatch": {
    title: "Tổng vốn không bằng các nguồn cộng lại",
    message: ({ total, parts, difference }, say) =>
      `Tổng vốn ${say.money(total)} ${difference > 0 ? "lớn hơn" : "nhỏ hơn"} NSTW, NSĐP và Vốn khác cộng lại (${say.money(parts)}), chênh ${say.money(Math.abs(difference))}.`,
  },
  "budget/split-rounding": {
    title: "Lệch do làm tròn",
    message: ({ parts, difference }, say) =>
      `Tổng vốn lệch ${say.money(Math.abs(difference))} so với các nguồn cộng lại (${say.money(parts)}), trong sai số làm tròn.`,
  },
  "budget/rollup-mismatch": {
    title: "Ngân sách không khớp kế hoạch",
    message: ({ project, source, planned, budgeted, difference }, say) =>
      `Các dòng Ngân sách năm nay của ${project} có ${say.money(budgeted)} ${source}, kế hoạch là ${say.money(planned)}, ${difference > 0 ? "thừa" : "thiếu"} ${say.money(Math.abs(difference))}.`,
  },
  "budget/negative-amount": {
    title: "Số tiền âm",
    message: ({ amount }, say) =>
      `Số tiền âm (${say.money(amount)}) không hợp lệ ở đây, cần kiểm tra dấu hoặc chọn đúng loại giao, hình thức.`,
  },
  "budget/counterpart-below-minimum": {
    title: "Đối ứng thấp hơn mức tối thiểu",
    message: ({ local, minimum, shortage, ratio }, say, { law }) =>
      `NSĐP ${say.money(local)} thấp hơn mức đối ứng tối thiểu ${say.money(minimum)} (${say.percent(ratio)} NSTW, ${law}), thiếu ${say.money(shortage)}.`,
  },
  "budget/counterpart-outlier": {
    title: "Tỷ lệ đối ứng khác thường",
    message: ({ ratio, median }, say) =>
      `Tỷ lệ đối ứng ${say.percent(ratio)} khác xa mức trung vị của các dự án khác (${say.percent(median)}), nên kiểm tra lại NSTW và NSĐP.`,
  },
  "budget/programme-code-mismatch": {
    title: "Số dự án trong kế hoạch khác chương trình",
    message: ({ code, programmeCode }) =>
      `Kế hoạch ghi ${code}, chương trình là ${programmeCode}, sổ giữ cả hai và báo cáo gửi tỉnh dùng ${programmeCode}.`,
  },
  "budget/unit-slip": {
    title: "Có thể nhầm đơn vị tính",
    message: ({ amount, usual, reason, times }, say) => {
      if (reason === "projectTotal") {
        return `${say.money(amount)} gấp hơn ${say.number(times)} lần tổng vốn của dự án (${say.money(usual)}), có thể nhầm đơn vị tính.`;
      }
      const compared =
        times > 1
          ? `gấp khoảng ${say.number(times)} lần`
          : `chỉ bằng khoảng 1/${say.number(Math.round(1 / times))}`;
      return `${say.money(amount)} ${compared} mức thường gặp của nội dung này (${say.money(usual)}), có thể nhầm đơn vị tính.`;
    },
  },
  "budget/capital-type-undecided": {
    title: "Chưa xác định loại vốn",
    message: ({ project }) =>
      `${project === "" ? "Dòng này" : project} chưa xác định loại vốn, cần chọn Đầu tư hoặc Sự nghiệp khi có quyết định giao vốn.`,
  },
  "budget/capital-type-mixed": {
    title: "Sai loại vốn của nội dung",
    message: ({ content, capitalType, allowed }, say) =>
      `Nội dung ${say.quote(content)} dùng vốn ${say.plain(allowed)}, dòng này ghi vốn ${capitalType}, cần kiểm tra lại loại vốn.`,
  },
  "disbursement/exceeds-allocation": {
    title: "Chi vượt vốn được giao",
    message: ({ project, source, capitalType, year, paid, allocation, excess }, say) =>
      `${project} đã chi ${say.money(paid)} ${source} (${capitalType === null ? "mọi loại vốn" : `vốn ${capitalType}`}, ${year}), được giao ${say.money(allocation)}, vượt ${say.money(excess)}.`,
  },
  "disbursement/outside-period": {
    title: "Ngoài thời hạn chi",
    message: ({ date, year, from, to }, say) =>
      `Ngày ${say.date(date)} ngoài thời hạn chi của vốn ${year} (${from === null ? "" : `từ ${say.date(from)} `}đến ${say.date(to)}), cần kiểm tra ngày hoặc năm vốn.`,
  },
  "disbursement/duplicate-voucher": {
    title: "Trùng chứng từ",
    message: ({ number, amount, otherRow }, say) =>
      `Chứng từ ${say.quote(number)} giống hệt dòng ${otherRow} (cùng ngày, nội dung, nguồn, đơn vị nhận, ${say.money(amount)}), cần xóa nếu nhập hai lần.`,
  },
  "disbursement/recovery-exceeds-advance": {
    title: "Thu hồi vượt tạm ứng",
    message: ({ project, source, recovered, advanced, excess }, say) =>
      `${project} đã thu hồi ${say.money(recovered)} tạm ứng ${source}, chỉ tạm ứng ${say.money(advanced)}, vượt ${say.money(excess)}.`,
  },
  "work/unknown": {
    title: "Mã công trình không có trong sổ",
    message: ({ work, suggestion }, say) =>
      suggestion === null
        ? `Mã công trình ${say.quote(work)} không có ở trang Công trình, cần chọn lại hoặc thêm công trình.`
        : `Mã công trình ${say.quote(work)} không có ở trang Công trình, có phải là ${say.quote(suggestion)}?`,
    fix: ({ suggestion }) => `Đổi thành “${suggestion ?? ""}”`,
  },
  "work/plan-exceeds-investment": {
    title: "Kế hoạch vốn vượt tổng mức đầu tư",
    message: ({ work, planned, investment, excess }, say) =>
      `Kế hoạch vốn của công trình ${say.quote(work)} là ${say.money(planned)}, vượt tổng mức đầu tư ${say.money(investment)} là ${say.money(excess)}.`,
  },
  "work/paid-exceeds-accepted": {
    title: "Thanh toán vượt khối lượng nghiệm thu",
    message: ({ work, paid, accepted, excess }, say) =>
      `Công trình ${say.quote(work)} đã thanh toán ${say.money(paid)} (không kể tạm ứng), nghiệm thu ${say.money(accepted)}, vượt ${say.money(excess)}.`,
  },
  ...householdFindings,
};
