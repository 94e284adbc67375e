import Testing

@testable import Content

@Suite("Names in documents")
struct DocumentNameTests {
    private let checks = CheckSettings(ownNames: ["Sample Guild"])

    @Test("a name that may be a person's is one", arguments: ["张三", "Zhang San", "Vincent Li", "Prince", "Coco"])
    func people(name: String) { #expect(checks.isPerson(name)) }

    @Test(
        "names of organisations, of programs and the site's own are no persons",
        arguments: ["样例市政协会", "Sample Guild", "Sample Co., Ltd.", "Roads Inc", "Administrator", "python-docx", ""])
    func others(name: String) { #expect(!checks.isPerson(name)) }
}
