/** What the place Kế hoạch says. */
export interface PlanPlaceWords {
  readonly lead: string;
  readonly open: string;
  readonly sample: string;
  readonly paste: string;
  readonly pasteLabel: string;
  readonly pasteHint: string;
  readonly readPasted: string;
  readonly another: string;
  readonly heading: (number: string, commune: string) => string;
  readonly date: (date: string) => string;
  readonly total: string;
  readonly central: string;
  readonly local: string;
  readonly other: string;
  readonly projects: (count: number) => string;
  readonly programmeCode: (code: string) => string;
  readonly leadUnit: (unit: string) => string;
  readonly contents: (count: number) => string;
  readonly unknown: string;
  readonly differences: (count: number) => string;
  readonly line: (row: number) => string;
  readonly unit: string;
  readonly detailUnit: string;
  readonly unitsFixed: string;
  readonly willDo: string;
  readonly inject: string;
  readonly nothingToDo: string;
  readonly foreignSheets: (sheets: string) => string;
  readonly kept: (count: number) => string;
  readonly injected: (summary: string) => string;
  readonly nextCheck: string;
  readonly selfCheck: string;
}

const vi: PlanPlaceWords = {
  lead: "Mở văn bản kế hoạch đã duyệt: Sổ MTQG đọc số vốn, nội dung, đơn vị rồi dựng sẵn các trang làm việc trong sổ này.",
  open: "Mở kế hoạch của xã",
  sample: "Dùng thử với kế hoạch mẫu",
  paste: "Dán văn bản kế hoạch",
  pasteLabel: "Văn bản kế hoạch",
  pasteHint: "Sao chép toàn bộ văn bản trong Word rồi dán vào đây.",
  readPasted: "Đọc văn bản",
  another: "Chọn kế hoạch khác",
  heading: (number, commune) => `Kế hoạch ${number} – xã ${commune}`,
  date: (date) => `Ngày ${date}`,
  total: "Tổng vốn",
  central: "NSTW",
  local: "NSĐP",
  other: "Vốn khác",
  projects: (count) => `${count} dự án, tiểu dự án`,
  programmeCode: (code) => `số của Chương trình: ${code}`,
  leadUnit: (unit) => `Chủ trì: ${unit}`,
  contents: (count) => `${count} nội dung`,
  unknown: "chưa rõ",
  differences: (count) => `${count} điểm cần xem lại trong kế hoạch`,
  line: (row) => `Dòng ${row}`,
  unit: "Đơn vị tính",
  detailUnit: "Đơn vị tính chi tiết",
  unitsFixed: "Sổ đã có đơn vị tính riêng nên giữ nguyên.",
  willDo: "Sẽ thực hiện",
  inject: "Chèn vào sổ",
  nothingToDo: "Sổ đã có đủ cấu trúc và kế hoạch này.",
  foreignSheets: (sheets) =>
    `Sổ đang có trang tên ${sheets} nhưng không phải của Sổ MTQG. Hãy đổi tên trang đó rồi mở lại kế hoạch.`,
  kept: (count) => `${count} ô trong sổ khác kế hoạch; được giữ nguyên.`,
  injected: (summary) => `Đã chèn: ${summary}.`,
  nextCheck: "Kiểm tra sổ",
  selfCheck: "Tự kiểm tra Sổ MTQG trong Excel này",
};

const en: PlanPlaceWords = {
  lead: "Open the approved plan: Sổ MTQG reads money, contents and units, and builds the sheets you work in.",
  open: "Open the commune's plan",
  sample: "Try the sample plan",
  paste: "Paste the plan's text",
  pasteLabel: "The plan's text",
  pasteHint: "Copy the whole text in Word and paste it here.",
  readPasted: "Read the text",
  another: "Choose another plan",
  heading: (number, commune) => `Plan ${number} – commune ${commune}`,
  date: (date) => `Dated ${date}`,
  total: "Total",
  central: "Central",
  local: "Local",
  other: "Other",
  projects: (count) => `${count} projects and sub-projects`,
  programmeCode: (code) => `the programme's number: ${code}`,
  leadUnit: (unit) => `Lead unit: ${unit}`,
  contents: (count) => `${count} contents`,
  unknown: "unknown",
  differences: (count) => `${count} points to look at in the plan`,
  line: (row) => `Line ${row}`,
  unit: "Unit",
  detailUnit: "Unit of details",
  unitsFixed: "The workbook has units of its own; they stay.",
  willDo: "What will be done",
  inject: "Insert into the workbook",
  nothingToDo: "The workbook holds the structure and this plan already.",
  foreignSheets: (sheets) =>
    `The workbook has sheets named ${sheets} that are not ours. Rename them and open the plan again.`,
  kept: (count) => `${count} cells differ from the plan and stay as they are.`,
  injected: (summary) => `Inserted: ${summary}.`,
  nextCheck: "Check the workbook",
  selfCheck: "Self-check of Sổ MTQG in this Excel",
};

export const planPlaceWords = { vi, en } as const;
