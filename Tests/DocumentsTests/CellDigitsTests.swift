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
}
