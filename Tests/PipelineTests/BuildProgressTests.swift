import Testing

@testable import Pipeline

@Suite("Progress of a build")
struct BuildProgressTests {
    @Test("a stage is named in the language asked for, with its pages where they are counted")
    func text() {
        #expect(BuildProgress(.load).text(.zh) == "读取内容…")
        #expect(BuildProgress(.load).text(.en) == "Reading the content…")
        #expect(BuildProgress(.render, pages: .init(done: 64, total: 685)).text(.zh) == "生成页面 64/685")
        #expect(BuildProgress(.externalLinks, pages: .init(done: 3, total: 20)).text(.en) == "Asking other sites 3/20")
    }
}
