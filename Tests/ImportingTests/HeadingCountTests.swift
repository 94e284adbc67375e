import Testing

@testable import Importing

@Suite("Numbers in headings")
struct HeadingCountTests {
    @Test(
        "a number counts the rows where it says so, and not those of a part, of documents and of years",
        arguments: [
            ("浙江省（2家）", 2), ("浙江省（含宁波市1家）", nil), ("浙江省（2家，含宁波1家）", 2), ("江苏省（其中南京1家、苏州0家）", nil),
            ("广东省（共1家，含深圳0家）", 1), ("广东省（推荐1家 自荐0家）", 1), ("广东省（协会推荐3家；企业自荐：2家）", 5), ("广东省（附件2）", nil),
            ("浙江省：共 3 个班组", 3), ("（一）浙江省 12个", 12), ("浙江(12)", 12), ("浙江省（2030）", nil), ("浙江省（第2批）", nil),
            ("浙江省（全省4个，其中杭州2个）", 4), ("中铁22局", nil), ("浙江省", nil), ("", nil), ("（）", nil),
        ] as [(String, Int?)])
    func counts(heading: String, count: Int?) {
        #expect(HeadingCount.read(heading) == count)
    }
}
