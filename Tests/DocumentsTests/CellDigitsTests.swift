import Testing

@testable import Documents

@Suite("Digits in cells of their own")
struct CellDigitsTests {
    /// What is found in a row of cells.
    private func found(_ cells: [String]) -> [String] {
        var digits = CellDigits()
        var found: [String] = []
        for cell in cells {
            digits.add(cell)
            if let number = digits.end("tc") { found.append(number) }
        }
        if let number = digits.end("tr") { found.append(number) }
        return found
    }

    @Test("a number is put together with what stands before it, also where another cell follows")
    func number() {
        let digits = "13800138000".map(String.init)
        #expect(found(["手机"] + digits) == ["手机：13800138000"])
        #expect(found(["身份证号"] + "44052418800101001X".map(String.init) + ["备注"]) == ["身份证号：44052418800101001X"])
        #expect(found(["姓名", "某"] + digits + ["性别", "女"]) == ["某：13800138000"])
    }

    @Test("behind the word for a number its groups may have cells as well")
    func groups() {
        #expect(found(["手机", "138", "1234", "5678"]) == ["手机：13812345678"])
        #expect(found(["身份证号", "330102", "19900101", "1234"]) == ["身份证号：330102199001011234"])
        #expect(found(["人数", "138", "1234", "5678"]) == [])
    }

    @Test("rows of short numbers are none")
    func none() {
        #expect(found(["得分", "5", "4", "5", "3", "5"]) == [] && found(["1", "2", "3"]) == [] && found([]) == [])
        #expect(found(["人数", "12", "13", "14", "15", "16", "17", "18"]) == [])
    }

    @Test("rows of a page that is laid out have blanks between their cells")
    func rows() {
        let page =
            "申请表\n手机    1   3   8   1   2   3   4   5   6   7   8\n 机\n\n身   3 3 0 1 0 2 1 9 9 0 0 1 0 1 0 0 8   X\n"
        #expect(CellDigits.numbers(inRowsOf: page) == ["手机：13812345678", "身：33010219900101008X"])
        #expect(CellDigits.numbers(inRowsOf: "得分 5 4 5\n合计 14\n2025 年 3 月 8 日 1 2 3\n") == [])
    }

    @Test("a text whose lines are digits may have rows of them")
    func lines() {
        #expect(CellDigits.mayStand(in: "手 1\n机\n\n3\n8\n1\n2\n3\n4\n"))
        #expect(
            !CellDigits.mayStand(in: "1\n2\n3\n") && !CellDigits.mayStand(in: "第 12\n第 13\n")
                && !CellDigits.mayStand(in: ""))
    }

    @Test("cells of RTF and rows of a PDF page are put together as those of Word are")
    func otherFormats() throws {
        func texts(_ rich: String) -> [String] { RichText.contents(of: Array(rich.utf8)).passages.map(\.text) }
        let cells = "13812345678".map { "{\($0)}\\cell\\pard\\intbl " }.joined()
        #expect(texts("{\\rtf1 \\trowd\\cellx9 Tel\\cell \(cells)\\row\\pard end\\par}").contains("Tel：13812345678"))
        #expect(
            texts("{\\rtf1 \\trowd Tel\\cell 5\\cell 4\\cell 3\\cell\\row\\par}").allSatisfy { !$0.contains("543") })
        let nested = "13812345678".map { "{\($0)}\\nestcell " }.joined()
        #expect(
            texts("{\\rtf1 \\trowd Tel\\nestcell \(nested){\\*\\nesttableprops\\nestrow}\\par}")
                .contains("Tel：13812345678")
        )
    }
}
