import Pipeline
import Testing

/// A slip laid over the theme of the site `Tests/Sites/small`.
struct ThemeSlip: Sendable, CustomTestStringConvertible {
    /// Inside of the theme.
    var file = "templates/page.mustache"
    /// Stands on a line of its own behind the first line of the file, or before `before`.
    let piece: String
    var before: String?
    /// The rules that are broken at the line of the piece, each once.
    let rules: [String]

    var testDescription: String { "\(file): \(piece)" }

    init(_ piece: String, _ rules: String...) {
        self.piece = piece
        self.rules = rules
    }

    init(inBase piece: String, before: String = "</head>", _ rules: String...) {
        self.init(file: "templates/base.mustache", piece: piece, before: before, rules: rules)
    }

    init(inStyle piece: String, _ rules: String...) {
        self.init(file: "assets/site.css", piece: piece, before: nil, rules: rules)
    }

    private init(file: String, piece: String, before: String?, rules: [String]) {
        self.file = file
        self.piece = piece
        self.before = before
        self.rules = rules
    }

    static let all: [ThemeSlip] = [
        // What browsers read as it is meant is no mistake.
        ThemeSlip("<a href = \"{{site.home_url}}rules/measures/\">a</a>"),
        ThemeSlip("<p ID=\"zz\">a</p><a href=\"#zz\">b</a><a HREF=#z&#x7A;>c</a>"),
        ThemeSlip(
            "<img srcset=\"data:image/gif;base64,R0lGODlhAQABAAAAACw= 1x\" src=\"{{site.home_url}}feed.xml\" alt=\"a\">"
        ),
        ThemeSlip("<A HREF=\"{{site.home_url}}search/?q=a&amp;b#top\">a</A><a href=\"./\">b</a><a href=\"?q=c\">d</a>"),
        ThemeSlip("<textarea><a href=\"/nope/\"></textarea><!-- <base href=x> --><a href=\"mailto:?subject=a\">a</a>"),
        ThemeSlip("<script type=\"application/json\">{\"a\":1}</script><svg><style>.a{fill:url(#b)}</style></svg>"),
        ThemeSlip(
            inStyle:
                ".a{background:url(data:image/gif;base64,R0lGODlhAQABAAAAACw=)}@namespace svg url(http://www.w3.org/2000/svg);"
        ),
        // Addresses that lead nowhere.
        ThemeSlip("<IMG SRC=\"/nope.png\" ALT=\"\">", "output/broken-link"),
        ThemeSlip("<object data=\"/nope.pdf\"></object>", "output/broken-link"),
        ThemeSlip("<a href=\"mailto:\">a</a>", "output/broken-link"),
        ThemeSlip("<a href=\"{{site.home_url}}rules/measures/#art-99\">a</a>", "output/broken-link"),
        ThemeSlip("<a href=\"#nope\">a</a>", "output/broken-link"),
        ThemeSlip("<a href=\"{{site.home_url}}Rules/\">a</a>", "output/broken-link"),
        ThemeSlip("<a href=nope/>a</a>", "output/broken-link"),
        ThemeSlip("<img alt=\"\" srcset=\"/nope-1.png 1x, /nope-2.png 2x\">", "output/broken-link"),
        ThemeSlip("<svg><use xlink:href=\"/nope.svg#a\"/></svg>", "output/broken-link"),
        ThemeSlip("<p style=\"background:u\\72l(/nope.png)\">a</p>", "output/broken-link"),
        ThemeSlip("<style>.a{background:url(/nope.png)}</style>", "output/broken-link"),
        ThemeSlip("<a href=\"ftp://example.org/a\">a</a>", "output/broken-link"),
        ThemeSlip("<button formaction=\"/nope/\">a</button>", "output/broken-link"),
        ThemeSlip(inStyle: ".a{background:image-set(\"nope.png\" 1x)}", "output/broken-link"),
        ThemeSlip(inStyle: ".a{background:URL(/nope.png)}", "output/broken-link"),
        // What is asked of other sites, or sent there.
        ThemeSlip("<SCRIPT SRC=\"https://evil.example.com/a.js\"></SCRIPT>", "output/foreign-resource"),
        ThemeSlip("<img src=\"https://example.com/a.png\" alt=\"a\">", "output/foreign-resource"),
        ThemeSlip("<video src=\"https://example.com/a.mp4\"></video>", "output/foreign-resource"),
        ThemeSlip("<link rel=\"preconnect\" href=\"//example.com\">", "output/foreign-resource"),
        ThemeSlip("<svg><image href=\"https://example.com/a.png\"/></svg>", "output/foreign-resource"),
        ThemeSlip("<form action=\"https://example.com/\"></form>", "output/foreign-resource"),
        ThemeSlip("<a href=\"#\" ping=\"https://example.com/\">a</a>", "output/foreign-resource"),
        ThemeSlip("<style>@import \"https://example.com/a.css\";</style>", "output/foreign-resource"),
        ThemeSlip(inStyle: ".a{background:url(\"https://example.com/a.png\")}", "output/foreign-resource"),
        ThemeSlip(inStyle: ".a{background:url(//example.com/a.png)}", "output/foreign-resource"),
        // Scripts.
        ThemeSlip("<a href=\"javascript:alert(1)\">a</a>", "html/inline-script"),
        ThemeSlip("<p onclick=\"alert(1)\">a</p>", "html/inline-script"),
        ThemeSlip("<script>alert(1)</script>", "html/inline-script"),
        ThemeSlip("<svg><script>alert(1)</script></svg>", "html/inline-script"),
        ThemeSlip("<iframe srcdoc=\"&lt;p&gt;a\"></iframe>", "html/inline-script"),
        ThemeSlip("<script src=\"data:,alert(1)\"></script>", "html/inline-script"),
        // What changes the whole page.
        ThemeSlip(inBase: "<BASE HREF=\"{{site.home_url}}\">", "html/header"),
        ThemeSlip(inBase: "<meta http-equiv=\"Refresh\" content=\"5\">", "html/header"),
        ThemeSlip(
            inBase: "<script src=\"{{site.home_url}}feed.xml\"></script>", before: "<meta http-equiv",
            "html/security-policy"),
        ThemeSlip(inBase: "<p id=\"a\">a</p><p id=\"a\">b</p>", before: "<footer>", "html/duplicate-id"),
        ThemeSlip(
            inBase: "<img src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\">", before: "<footer>", "html/image-text"),
        ThemeSlip(inBase: "<a href=\"{{site.home_url}}hlep/\">a</a>", before: "<footer>", "output/broken-link"),
        ThemeSlip(inBase: "<a href=\"hlep/\">a</a>", before: "<footer>", "output/broken-link"),
    ]
}

@Suite("Slips in themes")
struct ThemeFaultTests {
    /// `file:line rule` of every finding of the small site, with a file of its theme changed.
    private func findings(_ file: String, _ edit: (String) -> String) throws -> [String] {
        let site = try TriedSite.small.get()
        let path = "themes/bare/" + file
        return try site.report([path: .text(edit(site.text(path)))]).lines
    }

    @Test("each slip gives its one finding at its line, however many pages have it", arguments: ThemeSlip.all)
    func slip(_ slip: ThemeSlip) throws {
        let before = try TriedSite.small.get().report([:]).lines
        var line = 0
        let after = try findings(slip.file) { text in
            var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            line = slip.before.flatMap { mark in lines.firstIndex { $0.contains(mark) } } ?? 1
            lines.insert(slip.piece, at: line)
            return lines.joined(separator: "\n")
        }
        // What the site has anyway is counted without lines, which move.
        var rest = after
        for finding in before.map({ $0.split(separator: ":") }) {
            guard finding.count == 2, let rule = finding[1].split(separator: " ").last,
                let index = rest.firstIndex(where: { $0.hasPrefix(finding[0] + ":") && $0.hasSuffix(" " + rule) })
            else { continue }
            rest.remove(at: index)
        }
        #expect(rest == slip.rules.map { "themes/bare/\(slip.file):\(line + 1) \($0)" })
    }

    @Test("a theme without a policy is told once, at the head of its pages")
    func withoutPolicy() throws {
        let found = try findings("templates/base.mustache") { text in
            text.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.contains("Security-Policy") }
                .joined(separator: "\n")
        }
        #expect(found.filter { $0.contains("html/") } == ["themes/bare/templates/base.mustache:3 html/security-policy"])
    }

    @Test("what the text of a page has wrong is told where its content stands, not at the tag that shows it")
    func ofContent() throws {
        let found = try findings("templates/rule.mustache") {
            $0.replacing("{{{body}}}", with: "<p id=\"总则\">a</p>{{{body}}}")
        }
        #expect(found.filter { $0.contains("duplicate-id") } == ["content/rules/measures.md:2 html/duplicate-id"])
    }
}
