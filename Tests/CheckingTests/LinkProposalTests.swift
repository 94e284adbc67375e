import Content
import SiteModel
import Testing

@testable import Checking

@Suite("What is meant by an address that cannot work")
struct LinkProposalTests {
    private let proposal = LinkProposal(
        routes: RouteTable(routes: [], urlBySource: ["content/rules/measures.md": "/rules/measures/"]))

    @Test(
        "the address in the form that works",
        arguments: [
            ("office@example.org", "mailto:office@example.org"),
            ("www.example.org/list", "https://www.example.org/list"),
            ("https//example.org/", "https://example.org/"),
            ("https：//example.org／a", "https://example.org/a"),
            ("measures/#art-8", "measures.md#art-8"),
            ("measures.html", "measures.md"),
        ])
    func meant(written: String, meant: String) throws {
        let path = try #require(SitePath("content/rules/standard.md"))
        #expect(proposal.meant(by: written, in: path) == meant)
    }

    @Test(
        "nothing for a file that is just not there",
        arguments: ["site@2x.png", "photo@3x.JPG", "form@2020.docx", "missing.md", "@", "a@b"])
    func nothing(written: String) throws {
        let path = try #require(SitePath("content/rules/standard.md"))
        #expect(proposal.meant(by: written, in: path) == nil)
    }
}
