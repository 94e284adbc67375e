import SiteModel
import Testing

@testable import Theming

@Suite("View models")
struct ViewModelTests {
    /// Every view that a template can reach, by name.
    private var allViews: [String: ViewType] {
        var views: [String: ViewType] = [:]
        func visit(_ type: ViewType) {
            guard views[type.name] == nil else { return }
            views[type.name] = type
            for field in type.fields {
                switch field.kind {
                case .view(let child), .list(let child): visit(child())
                case .text, .address, .json, .html, .flag, .texts: break
                }
            }
        }
        visit(PageContext.fields.type)
        for kind in PageKind.allCases { visit(kind.viewType) }
        return views
    }

    @Test("every key is in snake case, unique in its view and has a purpose")
    func keys() {
        for view in allViews.values {
            #expect(Set(view.fields.map(\.name)).count == view.fields.count, "\(view.name)")
            for field in view.fields {
                #expect(
                    field.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "_" }, "\(view.name).\(field.name)")
                #expect(field.purpose.hasSuffix("."), "\(view.name).\(field.name)")
            }
        }
    }

    @Test("text is escaped by bytes and other text is left alone")
    func escaping() {
        #expect(
            HTMLEscaping.escaped("<a href=\"x\">'&'</a>") == "&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;")
        #expect(HTMLEscaping.escaped("质量𠮷") == "质量𠮷")
    }
}
