import Content
import Diagnostics
import Foundation
import SiteModel
import Testing
import Values

@testable import Certificates

@Suite("Certificates")
struct CertificateTests {
    private static let configuration = """
        title: 样例
        base_url: https://example.org/qc/
        theme: default
        organisation: {name: 样例协会}
        programme: {honor: 样例信得过班组}

        """
    private static let roster = """
        编号,班组名称,企业名称,省份,申报方式,状态,撤销日期,撤销原因,撤销决定
        zj-001,甲班组,浙江甲公司,浙江,自荐,有效,,,
        zj-002,乙班组,浙江乙公司,浙江,自荐,撤销,2022-01-01,投诉,https://example.org/x
        zj-003,名称特别长的第十七标段综合管廊与雨污分流改造工程钢筋加工及模板支护作业班组,浙江丙公司,浙江,自荐,有效,,,

        """

    private func site(
        _ status: String = "status: final\npublished: 2021-12-01", configuration: String = configuration
    ) throws -> Site {
        let files = [
            "site.config": configuration,
            "content/awards/2021/index.md": "---\ntitle: 名单\nyear: 2021\n\(status)\n---\n\n文字。\n",
            "content/awards/2021/roster.csv": Self.roster,
        ].mapValues { Array($0.utf8) }
        let content = try #require(try SiteLoader.load(.memory(files), jobs: 1).content)
        let day = try #require(CalendarDate(iso: "2022-06-30"))
        return SiteAssembler.assemble(content, options: .init(day: day, includesDrafts: true)).0
    }

    private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("themes/default/certificate.yaml")

    private func template(_ text: String? = nil) throws -> (CertificateTemplate?, [Diagnostic]) {
        let bytes = try text.map { Array($0.utf8) } ?? Array(Data(contentsOf: Self.file))
        var findings: [Diagnostic] = []
        let template = CertificateTemplate.read(
            SourceFile(path: "themes/default/certificate.yaml", bytes: bytes), findings: &findings)
        return (template, findings)
    }

    @Test("every held title gets a page, withdrawn ones none; two runs give the same bytes")
    func pages() throws {
        let template = try #require(try template().0)
        let site = try site()
        let first = try CertificateSheets.pdf(edition: site.editions[0], in: site, template: template)
        #expect(first.pageCount == 2)
        #expect(first.bytes.starts(with: Array("%PDF-".utf8)))
        #expect(try CertificateSheets.pdf(edition: site.editions[0], in: site, template: template).bytes == first.bytes)
    }

    @Test(
        "an edition in publicity or a draft has none",
        arguments: ["status: publicity\npublicity: {from: 2022-06-01, to: 2022-06-07, contact: 办公室}", "status: draft"])
    func notFinal(status: String) throws {
        let template = try #require(try template().0)
        let site = try site(status)
        #expect(throws: CertificateError.notFinal) {
            try CertificateSheets.pdf(edition: site.editions[0], in: site, template: template)
        }
    }

    @Test("characters that the fonts lack are told, not printed as boxes")
    func missing() throws {
        let template = try #require(try self.template("items: [{text: \"{team}\u{10FFFD}\"}]").0)
        let site = try site()
        #expect(throws: CertificateError.charactersMissing("甲班组\u{10FFFD}")) {
            try CertificateSheets.pdf(edition: site.editions[0], in: site, template: template)
        }
    }

    @Test(
        "mistakes in a template are told at their lines",
        arguments: [
            ("items:\n  - text: \"{taem}\"\n", 2, "{team}"), ("items:\n  - text: a\n    fnot: song\n", 3, "font"),
            ("items:\n  - text: a\n    font: kai\n", 3, "song-bold"), ("items:\n  - {x: 1}\n", 2, "`qr`"),
            ("items:\n  - text: a\n    y: 400\n", 3, "297"), ("page: {width: 9}\nitems: [{qr: true}]\n", 1, "50"),
            ("items: 1\n", 1, "list"), ("a: [\n", 1, "YAML"), ("items:\n  - text: {zh-CN: a}\n", 2, "en"),
        ])
    func wrong(text: String, line: Int, word: String) throws {
        let (template, findings) = try template(text)
        #expect(template == nil)
        let finding = try #require(findings.first)
        #expect(finding.range?.start.line == line && finding.message.en.contains(word), "\(finding.message.en)")
    }

    @Test("a text without any value of its own is left out")
    func filled() {
        #expect(CertificateText.filled("编号 {id}", ["id": "a"]) == "编号 a")
        #expect(CertificateText.filled("文号 {document}", ["document": ""]) == nil)
        #expect(CertificateText.filled("{a} {b}", ["a": "x"]) == "x ")
        #expect(CertificateText.filled("授予", [:]) == "授予" && CertificateText.filled("{", [:]) == "{")
    }

    @Test("a certificate of a sample says that it is one")
    func sample() throws {
        let real = try CertificateSheets.pdf(edition: site().editions[0], in: site(), template: #require(template().0))
        let sample = try site(configuration: Self.configuration + "sample: true\n")
        let marked = try CertificateSheets.pdf(
            edition: sample.editions[0], in: sample, template: #require(template().0))
        #expect(marked.bytes.count > real.bytes.count)
    }

    @Test("an address becomes a code whose finders are where they belong")
    func code() throws {
        let code = try #require(QRCode("https://example.org/qc/awards/2021/zj-001/"))
        #expect(code.width >= 21 && code.modules.count == code.width * code.width)
        // The finder pattern: a dark ring, a light one, a dark square (ISO/IEC 18004, 6.3.3).
        #expect((0..<7).map { code.modules[3 * code.width + $0] } == [true, false, true, true, true, false, true])
        #expect(QRCode(String(repeating: "a", count: 5000)) == nil && QRCode("a\0b") == nil)
    }
}
