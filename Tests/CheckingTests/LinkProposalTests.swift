import Testing
import Values

@testable import Checking
@testable import SiteModel

@Suite("What is meant by an address that cannot work")
struct LinkProposalTests {
    private let proposal = LinkProposal(
        routes: RouteTable(
            routes: [],
            urlBySource: [
                "content/rules/measures.md": "/rules/measures/", "content/rules/1#泵站.txt": "/rules/1#泵站.txt",
                "content/rules/何时?.txt": "/rules/何时?.txt", "content/rules/a%20b.txt": "/rules/a%20b.txt",
            ]))

    @Test(
        "the address in the form that works",
        arguments: [
            ("office@example.org", "mailto:office@example.org"),
            ("www.example.org/list", "https://www.example.org/list"),
            ("https//example.org/", "https://example.org/"),
            ("https：//example.org／a", "https://example.org/a"),
            ("measures/#art-8", "measures.md#art-8"),
            ("measures.html", "measures.md"), ("measures.html?p=1#x", "measures.md?p=1#x"),
            ("/content/rules/measures.md#art-8", "/rules/measures/#art-8"),
            ("1#泵站.txt", "1%23泵站.txt"), ("何时?.txt", "何时%3F.txt"), ("a%20b.txt", "a%2520b.txt"),
        ])
    func meant(written: String, meant: String) throws {
        let path = try #require(SitePath("content/rules/standard.md"))
        #expect(proposal.meant(by: written, in: path) == meant)
    }

    @Test(
        "a text that stands alone, or in a folder of its own, whichever of both is there",
        arguments: [
            ("../rules/measures/index.md#art-8", "../rules/measures.md#art-8"), ("a.md?p=1", "a/index.md?p=1"),
            ("measures/index.md", "measures.md"), ("b/index.md", nil), ("b.md", nil), ("measures.txt", nil),
        ])
    func otherForm(written: String, meant: String?) throws {
        let table = RouteTable(
            routes: [],
            urlBySource: ["content/rules/measures.md": "/rules/measures/", "content/rules/a/index.md": "/rules/a/"])
        let path = try #require(SitePath("content/rules/standard.md"))
        #expect(LinkProposal(routes: table).otherForm(of: written, in: path) == meant)
    }

    @Test(
        "an address with names in Chinese means the one that the site has",
        arguments: [
            ("/provinces/浙江/", "/provinces/zhejiang/"), ("/provinces/浙江省/#list", "/provinces/zhejiang/#list"),
            ("/practices/method/首件样板/", "/practices/method/shou-jian-yang-ban/"),
            ("/provinces/%E6%B5%99%E6%B1%9F/", "/provinces/zhejiang/"), ("/provinces/江苏/", nil), ("/浙江/", nil),
        ])
    func pinyin(written: String, meant: String?) {
        let urls = ["/provinces/zhejiang/", "/practices/method/shou-jian-yang-ban/"]
        let routes = urls.map { Route(url: $0, kind: .redirect(to: "/")) }
        #expect(LinkProposal(routes: RouteTable(routes: routes, urlBySource: [:])).meant(by: written, in: nil) == meant)
    }

    @Test(
        "nothing for a file that is just not there",
        arguments: [
            "site@2x.png", "photo@3x.JPG", "form@2020.docx", "missing.md", "@", "a@b", "https://example.org/nope/",
        ])
    func nothing(written: String) throws {
        let path = try #require(SitePath("content/rules/standard.md"))
        #expect(proposal.meant(by: written, in: path) == nil)
    }
}
