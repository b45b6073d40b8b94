/** Why each rule is there, in a sentence for somebody who does not know it. */
import type { RuleCode } from "../rules";
import type { Locale } from "./locale";

const vi: Readonly<Record<RuleCode, string>> = {
  "structure/missing-column":
    "Bảng thiếu một cột mà dòng nào cũng cần, nên các phép kiểm tra dựa vào cột đó không làm được.",
  "structure/duplicate-column":
    "Hai cột cùng tên thì không biết lấy số ở cột nào; công thức và biểu có thể lấy nhầm.",
  "structure/merged-cells":
    "Khi gộp ô trong vùng dữ liệu, chỉ ô đầu giữ giá trị; các dòng còn lại mất số liệu, lọc và sắp xếp cũng hỏng.",
  "structure/subtotal-row":
    "Dòng cộng gõ tay nằm lẫn trong dữ liệu sẽ bị cộng lần nữa trong tổng và trong biểu.",
  "structure/not-calculated":
    "Công thức chưa có giá trị (tệp do phần mềm khác tạo, chưa mở bằng Excel), nên số liệu ở đó chưa biết.",
  "list/empty": "Danh mục còn trống thì chưa có gì để đối chiếu; các dòng được bỏ qua phép kiểm tra này.",
  "required/missing":
    "Ô này bắt buộc: thiếu nó thì dòng không vào được biểu hoặc không xác định được đối tượng.",
  "type/number": "Ô phải là số nhưng nội dung không đọc được thành số, nên mọi phép cộng đều bỏ qua.",
  "type/date": "Ô phải là ngày nhưng nội dung không phải ngày có thật, nên không tính được tuổi, thời hạn.",
  "number/text-number": "Số gõ dưới dạng chữ không được Excel cộng; tổng sẽ thiếu mà không báo.",
  "number/sub-dong": "Số tiền lẻ dưới một đồng thường do chia hoặc nhân mà chưa làm tròn.",
  "number/percent-scale":
    "Cột này ghi phần (0,6), không ghi phần trăm (60); ghi nhầm thì ngưỡng so sánh sai.",
  "date/text-date": "Ngày gõ dưới dạng chữ không sắp xếp, không so sánh được với thời hạn.",
  "text/legacy-encoding":
    "Chữ gõ bằng phông cũ (TCVN3, VNI) trông đúng trên máy có phông đó nhưng là chữ khác; tìm và đối chiếu đều sai.",
  "text/not-nfc": "Chữ và dấu đang lưu tách rời: nhìn giống nhau nhưng tìm kiếm và đối chiếu không nhận ra.",
  "text/stray-space": "Khoảng trắng thừa làm hai ô trông giống nhau bị coi là khác nhau.",
  "list/unknown-value": "Giá trị không có trong danh mục nên dòng không gộp được vào nhóm nào của biểu.",
  "budget/unknown-project": "Mã dự án không có trong kế hoạch, nên số tiền không thuộc dự án nào.",
  "budget/split-mismatch": "Tổng vốn phải bằng tổng các nguồn. Lệch quá mức làm tròn là có số gõ sai.",
  "budget/split-rounding": "Tổng và các nguồn lệch nhau trong mức làm tròn; chỉ nhắc để biết.",
  "budget/rollup-mismatch":
    "Các dòng ngân sách năm nay của một dự án cộng lại phải bằng số trong kế hoạch, theo từng nguồn.",
  "budget/negative-amount": "Số âm chỉ có nghĩa ở dòng điều chỉnh, thu hồi tạm ứng hoặc giảm chi.",
  "budget/counterpart-below-minimum": "Vốn địa phương đối ứng thấp hơn tỷ lệ xã đặt trong Tham số.",
  "budget/counterpart-outlier": "Tỷ lệ đối ứng của dự án khác xa các dự án còn lại; thường do gõ nhầm dòng.",
  "budget/programme-code-mismatch":
    "Kế hoạch của xã đánh số dự án khác với Chương trình. Giữ cả hai; báo cáo gửi tỉnh dùng số của Chương trình.",
  "budget/unit-slip":
    "Số tiền gấp hoặc kém khoảng nghìn, triệu lần các số cùng loại: thường là nhầm đơn vị tính.",
  "budget/capital-type-undecided":
    "Kế hoạch chưa ghi là vốn đầu tư hay sự nghiệp; cần tách khi giao chi tiết.",
  "budget/capital-type-mixed": "Nội dung này được khai là không dùng loại vốn đó.",
  "disbursement/exceeds-allocation":
    "Đã chi (trừ thu hồi, giảm chi) nhiều hơn số vốn được giao của dự án, nguồn, loại vốn và năm vốn.",
  "disbursement/outside-period": "Ngày chứng từ nằm ngoài thời hạn được thanh toán của nguồn vốn đó.",
  "disbursement/duplicate-voucher":
    "Hai dòng giống hệt nhau về số, ngày, nội dung, người nhận và số tiền: có thể nhập một chứng từ hai lần.",
  "disbursement/recovery-exceeds-advance": "Số tạm ứng thu hồi không thể lớn hơn số đã tạm ứng.",
  "work/unknown": "Mã công trình không có trong bảng Công trình, nên khoản chi không gắn với công trình nào.",
  "work/plan-exceeds-investment": "Kế hoạch vốn của công trình vượt tổng mức đầu tư được duyệt.",
  "work/paid-exceeds-accepted": "Đã thanh toán (không kể tạm ứng) nhiều hơn khối lượng nghiệm thu.",
  "identity/format": "Số CCCD phải đủ 12 chữ số.",
  "identity/lost-leading-zero": "Excel bỏ số 0 ở đầu khi ô là kiểu số, nên CCCD còn 10 hoặc 11 chữ số.",
  "identity/old-number": "9 chữ số là số CMND cũ; giấy này đã được thay bằng CCCD.",
  "identity/gender-mismatch":
    "Chữ số thứ tư của CCCD cho biết giới tính (chẵn là nam, lẻ là nữ); ở đây không khớp.",
  "identity/birth-year-mismatch":
    "Chữ số thứ năm, thứ sáu của CCCD là hai số cuối của năm sinh; ở đây không khớp.",
  "identity/unknown-province":
    "Ba chữ số đầu của CCCD không có trong danh sách mã tỉnh đã biết; số cấp sau 01/7/2025 có thể có mã mới.",
  "household/duplicate-id": "Một số CCCD chỉ của một người, nhưng ở đây đứng với hai người khác nhau.",
  "household/duplicate-person":
    "Hai dòng gần giống nhau về tên và ngày sinh nhưng khác CCCD: có thể là một người nhập hai lần. Tên càng hiếm thì càng đáng ngờ.",
  "household/inconsistent":
    "Cùng một CCCD mà các dòng ghi khác nhau về diện hộ, xóm, dân tộc hoặc ngày sinh.",
  "household/not-poor":
    "Nội dung của Dự án 1 chỉ hỗ trợ hộ nghèo; hộ cận nghèo và hộ khác không thuộc đối tượng.",
  "household/kinh-outside-difficult-area":
    "Hộ nghèo người Kinh chỉ được hỗ trợ khi ở xã, xóm đặc biệt khó khăn.",
  "household/land-shortage-below-threshold":
    "Hỗ trợ đất sản xuất hoặc chuyển đổi nghề chỉ dành cho hộ thiếu đất từ mức ghi trong Tham số.",
  "household/land-and-occupation": "Một hộ chỉ được chọn một trong hai: đất sản xuất hoặc chuyển đổi nghề.",
  "household/same-support-twice": "Một hộ có hai dòng cùng một nội dung hỗ trợ.",
  "household/over-norm": "Mức hỗ trợ cao hơn mức tối đa ghi ở bảng Định mức.",
  "household/loan-over-limit": "Mức vay cao hơn mức vay tối đa ghi ở bảng Định mức.",
  "household/form-missing":
    "Định mức của nội dung này tùy hình thức (xây mới, sửa chữa); để trống thì không so được.",
  "household/under-local-minimum": "Vốn địa phương cho hộ thấp hơn mức tối thiểu ghi ở bảng Định mức.",
  "household/total-exceeds-budget": "Cộng hỗ trợ của các hộ nhiều hơn số vốn của nội dung ở bảng Ngân sách.",
  "household/borrower-under-18": "Người vay phải đủ 18 tuổi vào ngày phê duyệt.",
  "household/priority": "Hộ thuộc nhóm được ưu tiên; chỉ nhắc để xếp thứ tự.",
  "household/priority-conflict": "Đánh dấu “chủ hộ nữ là lao động duy nhất” cho chủ hộ nam.",
};

const en: Readonly<Record<RuleCode, string>> = {
  "structure/missing-column":
    "The table lacks a column that every row needs; checks that rest on it cannot be made.",
  "structure/duplicate-column":
    "With two columns of one name nobody knows which figure counts; formulas and reports may take the wrong one.",
  "structure/merged-cells":
    "Of merged cells only the first holds a value: the other rows lose theirs, and sorting and filtering break.",
  "structure/subtotal-row": "A total typed among the rows is added once more in sums and reports.",
  "structure/not-calculated":
    "Formulas without values (a program made the file and Excel never calculated it): the figures are not known yet.",
  "list/empty": "The list has no rows, so there is nothing to compare with; rows are not checked against it.",
  "required/missing":
    "The cell is required: without it the row fits no report, or nobody knows whom it is about.",
  "type/number": "The cell must hold a number and cannot be read as one, so every sum leaves it out.",
  "type/date":
    "The cell must hold a date and holds none that exists, so ages and deadlines cannot be worked out.",
  "number/text-number": "Excel does not add numbers that are text; totals are short without a word.",
  "number/sub-dong": "An amount that is no whole đồng usually comes from a division that nobody rounded.",
  "number/percent-scale":
    "The column holds fractions (0.6), not percent (60); otherwise thresholds compare wrongly.",
  "date/text-date": "A date that is text neither sorts nor compares with deadlines.",
  "text/legacy-encoding":
    "Text in an old font (TCVN3, VNI) looks right where the font is, but is other text; no search finds it.",
  "text/not-nfc":
    "Letters and marks are stored apart: it looks the same, yet searches and lists do not know it.",
  "text/stray-space": "Spaces too many make cells that look alike count as different.",
  "list/unknown-value": "The value is not in its list, so the row belongs to no group of a report.",
  "budget/unknown-project": "The project code is not in the plan, so the money belongs to no project.",
  "budget/split-mismatch": "A total must be the sum of its sources. Beyond rounding, a figure is wrong.",
  "budget/split-rounding": "Total and sources differ by no more than rounding; for information.",
  "budget/rollup-mismatch":
    "This year's budget lines of a project must add up to the plan, source by source.",
  "budget/negative-amount":
    "Negative amounts make sense only in adjustments, recovered advances and reductions.",
  "budget/counterpart-below-minimum":
    "The local share is below the ratio that the commune set among its parameters.",
  "budget/counterpart-outlier":
    "The project's local share is far from the others'; often a figure in the wrong row.",
  "budget/programme-code-mismatch":
    "The commune's plan numbers the project otherwise than the programme. Both are kept; the province's reports carry the programme's.",
  "budget/unit-slip":
    "About a thousand or a million times what others of its kind are, or less by as much: usually the wrong unit.",
  "budget/capital-type-undecided": "The plan does not say whether this is investment or recurrent capital.",
  "budget/capital-type-mixed": "The content is declared not to use capital of that type.",
  "disbursement/exceeds-allocation":
    "More was paid (less recoveries) than was allocated for the project, source, capital type and year.",
  "disbursement/outside-period": "The voucher's date is outside the time in which this money may be paid.",
  "disbursement/duplicate-voucher":
    "Two rows agree in number, date, content, recipient and amount: perhaps one voucher entered twice.",
  "disbursement/recovery-exceeds-advance": "No more advance can be recovered than was paid.",
  "work/unknown": "The work is not in the list of works, so the payment belongs to none.",
  "work/plan-exceeds-investment": "The work's planned capital is above its approved investment.",
  "work/paid-exceeds-accepted": "More was paid (advances apart) than was accepted.",
  "identity/format": "A CCCD has exactly 12 digits.",
  "identity/lost-leading-zero":
    "Excel drops leading zeros in number cells, so 10 or 11 digits are left of the CCCD.",
  "identity/old-number": "9 digits are a former CMND, which the CCCD has replaced.",
  "identity/gender-mismatch":
    "The fourth digit of a CCCD tells the gender (even: man, odd: woman); here it differs.",
  "identity/birth-year-mismatch":
    "The fifth and sixth digit of a CCCD are the year of birth; here they differ.",
  "identity/unknown-province":
    "The first three digits are in no known list of provinces; numbers given after 1 July 2025 may have new ones.",
  "household/duplicate-id": "A CCCD is one person's, and here stands with two.",
  "household/duplicate-person":
    "Two rows nearly agree in name and birth date but not in CCCD: perhaps one person entered twice. The rarer the name, the likelier.",
  "household/inconsistent": "Rows of one CCCD differ in poverty status, village, ethnic group or birth date.",
  "household/not-poor": "Project 1 supports poor households only; near-poor and others are not entitled.",
  "household/kinh-outside-difficult-area":
    "Poor Kinh households are supported only in areas of special difficulty.",
  "household/land-shortage-below-threshold":
    "Production land or a change of occupation is for households that lack land by the share set among the parameters.",
  "household/land-and-occupation":
    "A household may have one of the two: production land or a change of occupation.",
  "household/same-support-twice": "One household has two rows of the same support.",
  "household/over-norm": "The support is above the maximum in the table of norms.",
  "household/loan-over-limit": "The loan is above the limit in the table of norms.",
  "household/form-missing":
    "The norm depends on the form (new house, repair); while it is empty nothing can be compared.",
  "household/under-local-minimum": "The local share is below the minimum in the table of norms.",
  "household/total-exceeds-budget": "The households' support adds up to more than the content's budget.",
  "household/borrower-under-18": "A borrower must be 18 on the day of approval.",
  "household/priority": "The household is to be served first; for information.",
  "household/priority-conflict": "“Woman head who is the sole earner” is marked for a man.",
};

export const ruleReasons: Readonly<Record<Locale, Readonly<Record<RuleCode, string>>>> = { vi, en };
