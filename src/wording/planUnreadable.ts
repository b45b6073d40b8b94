/** Why a plan document cannot be read at all, and what to do. */
import type { PlanUnreadable, UnreadableReason } from "../plan";
import type { Locale } from "./locale";

const vi: Readonly<Record<UnreadableReason, string>> = {
  empty: "Tệp kế hoạch không có nội dung. Hãy chọn đúng tệp.",
  binary: "Tệp này không phải văn bản. Hãy chọn tệp Word .docx hoặc văn bản .txt của kế hoạch.",
  "too-large": "Tệp quá lớn so với một văn bản kế hoạch nên không đọc. Hãy chọn đúng tệp.",
  "not-a-plan": "Không thấy dự án nào trong văn bản. Hãy chọn kế hoạch có các mục “Dự án 1”, “Dự án 2”… và số vốn.",
  "bad-docx": "Tệp .docx bị hỏng. Hãy mở bằng Word, lưu lại rồi chọn tệp mới.",
  encrypted: "Tệp Word có mật khẩu. Hãy mở bằng Word, gỡ mật khẩu rồi lưu lại.",
  "old-word": "Tệp .doc đời cũ (hoặc có mật khẩu): hãy mở bằng Word rồi lưu thành .docx không mật khẩu.",
  pdf: "Tệp PDF chưa đọc được. Hãy dùng tệp Word .docx của kế hoạch, hoặc sao chép văn bản rồi dán.",
  spreadsheet: "Đây là bảng tính, không phải văn bản kế hoạch. Hãy chọn tệp Word .docx hoặc .txt.",
  "legacy-encoding": "Văn bản dùng bảng mã cũ (TCVN3, VNI…). Hãy chuyển sang Unicode rồi lưu lại dạng UTF-8.",
};

const en: Readonly<Record<UnreadableReason, string>> = {
  empty: "The plan's file is empty. Choose the right file.",
  binary: "This file is no text. Choose the plan's Word .docx or its .txt.",
  "too-large": "The file is too large for a plan and was not read. Choose the right file.",
  "not-a-plan": "No project was found in the text. Choose a plan with headings such as “Dự án 1” and amounts.",
  "bad-docx": "The .docx is damaged. Open it in Word, save it again and choose the new file.",
  encrypted: "The Word file has a password. Open it in Word, remove the password and save it.",
  "old-word": "An old .doc (or one with a password): open it in Word and save it as .docx without a password.",
  pdf: "PDF cannot be read. Use the plan's .docx, or copy its text and paste it.",
  spreadsheet: "This is a spreadsheet, not a plan's text. Choose the Word .docx or .txt.",
  "legacy-encoding": "The text is in an old encoding (TCVN3, VNI…). Convert it to Unicode and save it as UTF-8.",
};

/** One plain line; the technical detail is left out where the line says enough. */
export function wordPlanUnreadable({ reason }: PlanUnreadable, locale: Locale): string {
  return (locale === "vi" ? vi : en)[reason];
}
