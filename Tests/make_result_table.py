"""Makes a result table as associations send them: python make_result_table.py OUT.xlsx [ROWS]

Title lines above the header, a header over two rows, merged province and recommender cells, serial numbers as
full-width text, full-width digits in numbers, days as Excel numbers, line breaks in names, a total and a footnote.
"""

import datetime
import sys

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font

PROVINCES = ["浙江", "江苏省", "山东", "广东省", "宁夏", "新疆生产建设兵团", "陕西", "山西", "内蒙古自治区", "海南"]
FULL = str.maketrans("0123456789", "０１２３４５６７８９")


def main(path, count):
    book = Workbook()
    guide = book.active
    guide.title = "填表说明"
    guide["A1"] = "请各有关协会核对后盖章"
    sheet = book.create_sheet("结果名单")
    sheet["A1"] = "附件1"
    sheet["A2"] = "2022年度全国市政工程质量信得过班组名单"
    sheet["A2"].font = Font(size=18, bold=True)
    sheet.merge_cells("A2:I2")
    sheet["A3"] = "（排名不分先后）"
    sheet.merge_cells("A3:I3")
    for cell, text in {
        "A4": "序号", "B4": "推荐协会\n（可选项）", "C4": "省 份", "D4": "班组情况", "D5": "质量信得过班组名称", "E5": "班组人数（人）",
        "F4": "企业名称", "G4": "注册时间", "H4": "联系人", "I4": "手机",
    }.items():
        sheet[cell] = text
        sheet[cell].alignment = Alignment(wrap_text=True)
    for area in ["A4:A5", "B4:B5", "C4:C5", "D4:E4", "F4:F5", "G4:G5", "H4:H5", "I4:I5"]:
        sheet.merge_cells(area)
    row = 6
    number = 0
    per_province = -(-count // len(PROVINCES))
    for index, province in enumerate(PROVINCES):
        first = row
        short = province.removesuffix("省")
        for team in range(per_province):
            if number == count:
                break
            number += 1
            is_self = index == 9
            sheet.cell(row, 1, str(number).translate(FULL))
            if row == first:
                sheet.cell(row, 2, "企业自荐" if is_self else f"{short}市政协会（样例）")
                sheet.cell(row, 3, province)
            break_line = "\n" if team % 10 == 3 else ""
            sheet.cell(row, 4, f"{short}样例{break_line}第{team + 1}项目部班组")
            members = 8 + team % 20
            sheet.cell(row, 5, str(members).translate(FULL) if team % 2 else members)
            sheet.cell(row, 6, f"{short}样例{team % 7 + 1}市政工程有限公司")
            sheet.cell(row, 7, datetime.date(2019, 5, 13) + datetime.timedelta(days=number))
            sheet.cell(row, 7).number_format = 'yyyy"年"m"月"d"日"'
            sheet.cell(row, 8, "样例")
            sheet.cell(row, 9, "（样例）")
            row += 1
        if row - 1 > first:
            sheet.merge_cells(start_row=first, end_row=row - 1, start_column=2, end_column=2)
            sheet.merge_cells(start_row=first, end_row=row - 1, start_column=3, end_column=3)
    sheet.cell(row, 1, "合计")
    sheet.cell(row, 4, f"{number}个班组")
    sheet.cell(row + 1, 1, "注：名单按省份排列。")
    sheet.merge_cells(start_row=row + 1, end_row=row + 1, start_column=1, end_column=9)
    book.save(path)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 300)
