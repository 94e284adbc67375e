import Testing

@testable import Values

@Suite("What people write for numbers, years and days")
struct StatedValueTests {
    @Test(
        "numbers are read with units, in any figures",
        arguments: [
            ("12", "12"), ("12人", "12"), ("１２", "12"), ("二十八名", "28"), ("12.0", "12"), ("十二", "12"), ("一百零五人", "105"),
            ("1,200", "1200"), ("1，200人", "1200"), ("98.5%", "98.5"), (" 28 人 ", "28"), ("“28”", "28"), ("廿三", "23"),
            ("二〇", "20"), ("两千零二十六", "2026"), ("-3", "-3"), ("28\u{200B}", "28"),
        ])
    func numbers(text: String, digits: String) {
        #expect(StatedValue.number(text)?.digits == digits)
    }

    @Test(
        "what is several numbers, or about one, is none",
        arguments: [
            "约30人", "20至30", "20-30", "十余人", "十几人", "30多", "28人（含组长1人）", "1,5", "12,34", "一百二", "三万五", "1.2万", "", "人",
            "1e5",
            "28左右", "12/13", "九十十",
        ])
    func noNumbers(text: String) {
        #expect(StatedValue.number(text) == nil)
    }

    @Test("persons are counted in units of persons", arguments: [("共28人", 28), ("28名", 28), ("十二", 12), ("12.0", 12)])
    func persons(text: String, count: Int) {
        #expect(StatedValue.persons(text) == count)
    }

    @Test("years, kilometres and halves count no persons", arguments: ["28年", "28公里", "12.5", "26%", "-3", "约28人"])
    func noPersons(text: String) {
        #expect(StatedValue.persons(text) == nil)
    }

    @Test(
        "a year has four digits",
        arguments: ["2026", "2026年", "2026年度", "二〇二六年", "二零二六年度", "２０２６", "2026.0", "两千零二十六年"])
    func years(text: String) {
        #expect(StatedValue.year(text) == (text == "两千零二十六年" ? nil : 2026))
    }

    @Test(
        "two digits are no year, nor is what lies far off",
        arguments: ["26年", "26", "3026", "20267", "2026年5月", "1899", "二六年"])
    func noYears(text: String) {
        #expect(StatedValue.year(text) == nil)
    }

    @Test(
        "days are read as programs and people write them",
        arguments: [
            "2026-11-25", "2026/11/25", "2026.11.25", "20261125", "2026年11月25日", "二〇二六年十一月二十五日", "二零二六年十一月二十五日",
            "2026 年 11 月 25 日", "２０２６年１１月２５日", "2026年11月25号", "2026/11/25 0:00", "2026-11-25 00:00:00",
            "2026-11-25T00:00:00Z",
            "2026/11/25 星期三", "2026年11月25日（星期三）", "2026年11月25日星期三", "“2026-11-25”", "2026、11、25",
        ])
    func days(text: String) {
        #expect(StatedValue.day(text)?.description == "2026-11-25")
    }

    @Test(
        "what may be another day is none",
        arguments: [
            "25/11/2026", "11/25/2026", "26-11-25", "26年11月25日", "2026年11月", "2026-02-30", "2026/11-25",
            "2026年11月25日至27日", "11月25日",
            "2026-11-25-1", "45986", "2026年11月下旬",
        ])
    func noDays(text: String) {
        #expect(StatedValue.day(text) == nil)
    }
}
