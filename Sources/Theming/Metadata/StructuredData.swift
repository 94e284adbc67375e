import Content
import SiteModel
import Text
import Values

/// Data about a page for search engines: schema.org as JSON-LD.
enum StructuredData {
    /// - Parameter subject: what the page is about, besides its place in the site.
    static func bytes(breadcrumbs: [(title: String, url: String)], subject: [JSONValue]) -> [UInt8] {
        var graph = subject
        if breadcrumbs.count > 1 { graph.append(breadcrumbList(breadcrumbs)) }
        return JSONValue.object([
            .init("@context", "https://schema.org"), .init("@graph", .array(graph)),
        ]).bytes()
    }

    static func webSite(_ context: RenderContext) -> JSONValue {
        [
            "@type": "WebSite", "name": .string(context.configuration.title), "url": .string(context.absolute("/")),
            "inLanguage": .string(context.configuration.language.rawValue), "publisher": publisher(context),
        ]
    }

    static func article(
        title: String, url: String, description: String, published: CalendarDate?, _ context: RenderContext
    ) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("@type", "Article"), .init("headline", .string(title)), .init("url", .string(url)),
            .init("description", .string(description)),
            .init("inLanguage", .string(context.configuration.language.rawValue)),
            .init("publisher", publisher(context)),
        ]
        if let published { members.append(.init("datePublished", .string(published.description))) }
        return .object(members)
    }

    /// A list of teams. A long list is described by its number and its data files: the rows are on the page.
    static func itemList(name: String, teams: [Int], _ context: RenderContext) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init("@type", "ItemList"), .init("name", .string(name)), .init("numberOfItems", .integer(teams.count)),
            .init("itemListOrder", "https://schema.org/ItemListUnordered"),
        ]
        if teams.count <= 60 {
            members.append(
                .init(
                    "itemListElement",
                    .array(
                        teams.enumerated().map { position, index in
                            let team = context.site.teams[index]
                            // The name is that of the page at the address; here it would make a list a tenth longer.
                            return [
                                "@type": "ListItem", "position": .integer(position + 1),
                                "url": .string(context.absolute(team.url)),
                            ]
                        })))
        }
        return .object(members)
    }

    /// - Parameter files: address and media type of each distribution.
    static func dataset(
        name: String, description: String, url: String, files: [(url: String, type: String)],
        _ context: RenderContext
    ) -> JSONValue {
        [
            "@type": "Dataset", "name": .string(name), "description": .string(description), "url": .string(url),
            "isAccessibleForFree": .bool(true), "creator": publisher(context),
            "distribution": .array(
                files.map {
                    [
                        "@type": "DataDownload", "contentUrl": .string($0.url), "encodingFormat": .string($0.type),
                    ]
                }),
        ]
    }

    private static func publisher(_ context: RenderContext) -> JSONValue {
        ["@type": "Organization", "name": .string(context.configuration.organisation.name)]
    }

    private static func breadcrumbList(_ breadcrumbs: [(title: String, url: String)]) -> JSONValue {
        [
            "@type": "BreadcrumbList",
            "itemListElement": .array(
                breadcrumbs.enumerated().map { position, crumb in
                    [
                        "@type": "ListItem", "position": .integer(position + 1), "name": .string(crumb.title),
                        "item": .string(crumb.url),
                    ]
                }),
        ]
    }
}
