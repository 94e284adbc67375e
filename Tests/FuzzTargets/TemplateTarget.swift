import Content
import Diagnostics
import SiteModel
import Theming
import Values

/// The template of the home page, in a theme whose other templates are empty; what passes the check is rendered.
enum TemplateTarget {
    static func brokenPromises(with bytes: [UInt8]) -> [String] {
        let path = "templates/home.mustache"
        var files = others
        files[path] = SourceFile(path: "themes/fuzzed/\(path)", bytes: bytes)
        let (theme, findings) = ThemeLoader.load(name, language: "zh-CN") { name in
            name == "fuzzed" ? ThemeFolder(name: name, files: files) : nil
        }
        var broken = FindingPromises.broken(by: findings)
        guard let theme else {
            if findings.isEmpty { broken.append("a theme is refused, and nobody says why") }
            return broken
        }
        guard let site, let home = site.routes.routes.first(where: { $0.url == "/" }) else {
            return broken + ["there is no home page"]
        }
        let renderer = SiteRenderer(site: site, theme: theme, files: FormFiles(digests: [:]) { _ in nil }, jobs: 1)
        guard let page = renderer.page(home) else { return broken + ["the home page is not rendered"] }
        if String(validating: page.bytes, as: UTF8.self) == nil { broken.append("the page is no UTF-8") }
        if !page.bytes.isEmpty {
            _ = renderer.origin(ofByte: page.bytes.count / 2, count: 1, on: home)
        }
        return broken
    }

    private static let name = Located("fuzzed", at: SourceFile(path: "site.config", text: "theme: fuzzed\n").start)

    private static let site: Site? = {
        guard let content = MemorySource.result(with: [:]).content, let day = CalendarDate(iso: "2022-06-30") else {
            return nil
        }
        return SiteAssembler.assemble(content, options: .init(day: day, includesDrafts: false)).site
    }()

    private static let others: [String: SourceFile] = {
        var texts = [
            "theme.yaml": "name: fuzzed\n",
            "templates/part.mustache": "{{#notices}}<a href=\"{{url}}\">{{title}}</a>{{/notices}}",
            "templates/base.mustache":
                "<!doctype html><title>{{$title}}{{page.title}}{{/title}}</title>{{$main}}{{/main}}",
            "strings/zh-CN.yaml": TextKey.allCases.map { key in
                "\(key.rawValue): \"" + (["字"] + key.placeholders.map { "{\($0)}" }).joined() + "\"\n"
            }.joined(),
        ]
        for kind in PageKind.allCases { texts["templates/\(kind.rawValue).mustache"] = "" }
        return Dictionary(
            uniqueKeysWithValues: texts.map { ($0, SourceFile(path: "themes/fuzzed/\($0)", text: $1)) })
    }()
}
