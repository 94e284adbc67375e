/// How much a theme's templates may ask for. All are far above what pages need: they end what would not end by itself.
struct TemplateLimits: Sendable {
    /// Tags that are open at one place of a template.
    var openTags = 64
    /// Sections, partials and blocks inside each other once a page's templates are put together.
    var depth = 128
    /// Pieces of templates that one kind of page is put together of.
    var parts = 50_000
    /// Bytes of templates that one kind of page is put together of.
    var bytes = 8 << 20
    /// Bytes that are looked at to find in what markup a value stands, for one kind of page.
    var markupBytes = 16 << 20
    /// Steps of the making of one page: a value, a piece of text, a section.
    var renderingSteps = 20_000_000
    /// Bytes of one page.
    var renderingBytes = 256 << 20
}
