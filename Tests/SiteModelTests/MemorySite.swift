import Content
import Diagnostics
import Testing
import Values

@testable import SiteModel

/// A site of a few files in memory.
struct MemorySite {
    let site: Site
    let findings: [Diagnostic]
    let links: LinkResolver

    /// - Parameter files: by path; `site.config` has a usual one.
    init(_ files: [String: String], baseURL: String = "https://example.org/qc/") throws {
        var bytes = files.mapValues { Array($0.utf8) }
        bytes["site.config"] = Array(
            "title: 样例\nbase_url: \(baseURL)\ntheme: default\norganisation: {name: 样例协会}\n".utf8)
        let loaded = try SiteLoader.load(.memory(bytes), jobs: 1)
        let content = try #require(loaded.content, "\(loaded.diagnostics.map(\.message.en))")
        let day = try #require(CalendarDate(iso: "2022-06-30"))
        let (site, relations) = SiteAssembler.assemble(content, options: .init(day: day, includesDrafts: false))
        self.site = site
        findings = loaded.diagnostics + relations
        links = LinkResolver(site: site)
    }

    /// A page with a text.
    static func page(_ text: String = "文字。", fields: String = "") -> String {
        "---\ntitle: 页面\n\(fields)---\n\n\(text)\n"
    }

    /// `path:line rule` of each finding that is an error or a warning.
    var rules: [String] {
        findings.filter { $0.severity != .hint && !$0.rule.name.hasPrefix("config/") }.map { finding in
            "\(finding.range?.file.path ?? "-"):\(finding.range?.start.line ?? 0) \(finding.rule.name)"
        }
    }

    /// The address that a destination in a text gets on a page.
    func href(_ destination: String, in path: String = "content/about.md") throws -> String {
        let path = try #require(SitePath(path))
        return links.href(links.target(of: destination, from: path), fallback: destination)
    }

    /// The address that the value of a field gets; `nil` where it leads nowhere.
    func href(ofField value: String, in path: String = "content/about.md") throws -> String? {
        let path = try #require(SitePath(path))
        let target = links.target(of: FileReference(value), from: path)
        if case .broken = target { return nil }
        return links.href(target, fallback: value)
    }
}
