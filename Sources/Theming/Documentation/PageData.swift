/// The values that the template of a page reads, with what the documentation says about them.
///
/// They are taken from the very views that are rendered: what a page may not show, such as points that are not
/// published, is not here either.
package struct PageData: Sendable {
    /// A value by its name.
    package struct Field: Sendable {
        package let name: String
        /// What the field holds, as `docs/themes.md` has it.
        package let purpose: String
        package let value: Value
    }

    /// What a field holds.
    package indirect enum Value: Sendable {
        case text(String)
        /// Finished HTML.
        case html(String)
        case flag(Bool)
        case texts([String])
        /// `nil` where there is none.
        case view([Field]?)
        case list([[Field]])
    }

    /// The name of the template, without its ending.
    package let template: String
    /// What all pages have, then what the page's own view has; the own comes first where both have a name.
    package let fields: [Field]

    /// - Parameter views: from the outermost to the innermost.
    init(template: String, views: [any ViewModel]) {
        self.template = template
        fields = views.flatMap(Self.fields)
    }

    private static func fields(of view: any ViewModel) -> [Field] { fields(ofOpened: view) }

    private static func fields<View: ViewModel>(ofOpened view: View) -> [Field] {
        View.fields.type.fields.enumerated().map { index, field in
            Field(name: field.name, purpose: field.purpose, value: value(view.value(at: index)))
        }
    }

    private static func value(_ value: ViewValue) -> Value {
        switch value {
        case .text(let text): .text(text)
        case .html(let bytes): .html(String(decoding: bytes, as: UTF8.self))
        case .flag(let flag): .flag(flag)
        case .texts(let texts): .texts(texts)
        case .view(let view): .view(view.map(fields))
        case .list(let views): .list(views.map(fields))
        }
    }
}
