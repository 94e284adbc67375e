import PreviewServer

/// The scripts and styles of the desk's pages, which the program holds.
enum ClientFiles {
    /// What their addresses begin with below `/_showcase/`.
    static let folder = "desk/"

    private static let files = Dictionary(
        uniqueKeysWithValues: bytes.map { ($0.key, PreviewContent(bytes: $0.value, path: $0.key)) })

    private static let bytes: [String: [UInt8]] = [
        "api.js": PackageResources.api_js,
        "arrange.js": PackageResources.arrange_js,
        "beside.js": PackageResources.beside_js,
        "clip.js": PackageResources.clip_js,
        "combo.js": PackageResources.combo_js,
        "conflict.js": PackageResources.conflict_js,
        "content.js": PackageResources.content_js,
        "dates.js": PackageResources.dates_js,
        "desk.css": PackageResources.desk_css,
        "dom.js": PackageResources.dom_js,
        "drafts.js": PackageResources.drafts_js,
        "edit.js": PackageResources.edit_js,
        "fields.js": PackageResources.fields_js,
        "findings.js": PackageResources.findings_js,
        "grid.js": PackageResources.grid_js,
        "gridview.js": PackageResources.gridview_js,
        "history.js": PackageResources.history_js,
        "inputs.js": PackageResources.inputs_js,
        "links.js": PackageResources.links_js,
        "list.js": PackageResources.list_js,
        "lists.js": PackageResources.lists_js,
        "main.js": PackageResources.main_js,
        "markdown.js": PackageResources.markdown_js,
        "page.js": PackageResources.page_js,
        "paste.js": PackageResources.paste_js,
        "photo.js": PackageResources.photo_js,
        "pieces.js": PackageResources.pieces_js,
        "sheet.js": PackageResources.sheet_js,
        "text.js": PackageResources.text_js,
        "today.js": PackageResources.today_js,
        "toolbar.js": PackageResources.toolbar_js,
        "version.js": PackageResources.version_js,
        "word.js": PackageResources.word_js,
        "words.js": PackageResources.words_js,
    ]

    /// Whether the desk's pages have what they need.
    static let isComplete = files["main.js"] != nil

    static func file(named name: Substring) -> PreviewContent? { files[String(name)] }
}
