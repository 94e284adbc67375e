import Content
import SiteModel
import Text
import Values

/// Teams as JSON, one a line so that two versions can be compared; described by `/data/schema.json`.
enum JSONList {
    static func bytes(of teams: [Team], editions: [Edition], in site: Site) -> [UInt8] {
        let head: JSONValue = [
            "schema": .string(site.absoluteURL(SiteURL.schema)), "title": .string(site.configuration.title),
            "publisher": .string(site.configuration.organisation.name), "as_of": .string(site.day.description),
            "sample": .bool(site.configuration.isSample), "editions": .array(editions.map { edition($0, in: site) }),
        ]
        var bytes = head.bytes()
        // The awards are the last member of the object.
        bytes.removeLast()
        bytes += ",\"awards\":[".utf8
        for (index, team) in teams.enumerated() {
            bytes += (index == 0 ? "\n" : ",\n").utf8
            bytes += award(team, in: site).bytes()
        }
        bytes += "\n]}\n".utf8
        return bytes
    }

    private static func edition(_ edition: Edition, in site: Site) -> JSONValue {
        [
            "year": .integer(edition.year), "status": .string(edition.entry.status.value.rawValue),
            "held": .integer(edition.figures.held), "withdrawn": .integer(edition.figures.withdrawn),
            "published": edition.entry.published.map { .string($0.value.description) } ?? .null,
            "url": .string(site.absoluteURL(edition.url)),
        ]
    }

    private static func award(_ team: Team, in site: Site) -> JSONValue {
        var members = ListColumn.all.map { JSONValue.Member($0.name, $0.json(of: team, in: site)) }
        if let scores = site.publishedScores(of: team) {
            let points = Criterion.allCases.compactMap { criterion in
                scores[criterion].map { JSONValue.Member(criterion.rawValue, .number($0)) }
            }
            members.append(JSONValue.Member("scores", .object(points)))
        }
        return .object(members)
    }
}

/// The JSON Schema (2020-12) of the lists; its descriptions also explain the columns of CSV and XLSX.
enum ListSchema {
    static func bytes(of site: Site) -> [UInt8] {
        var properties = ListColumn.all.map { column in
            var members: [JSONValue.Member] = [
                .init("type", column.schemaType), .init("title", .string(column.chineseName)),
                .init("description", .string(column.purpose)),
            ]
            if column.schemaType == "array" { members.append(.init("items", ["type": "string"])) }
            return JSONValue.Member(column.name, .object(members))
        }
        if site.configuration.publishesScores {
            properties.append(
                .init(
                    "scores",
                    [
                        "type": "object",
                        "description": "评分。Points by criterion.",
                        "properties": .object(
                            Criterion.allCases.map { criterion in
                                .init(
                                    criterion.rawValue,
                                    [
                                        "type": "number", "minimum": .integer(0),
                                        "maximum": .integer(criterion.maximumPoints),
                                    ])
                            }),
                    ]))
        }
        let award: JSONValue = [
            "type": "object",
            "required": .array(ListColumn.all.map { .string($0.name) }),
            "properties": .object(properties),
        ]
        let edition: JSONValue = [
            "type": "object", "required": ["year", "status", "held", "withdrawn", "published", "url"],
            "properties": [
                "year": ["type": "integer"], "status": ["enum": ["draft", "publicity", "final"]],
                "held": ["type": "integer"], "withdrawn": ["type": "integer"],
                "published": ["type": ["string", "null"], "format": "date"],
                "url": ["type": "string", "format": "uri"],
            ],
        ]
        let schema: JSONValue = [
            "$schema": "https://json-schema.org/draft/2020-12/schema",
            "$id": .string(site.absoluteURL(SiteURL.schema)),
            "title": "质量信得过班组名单 · List of quality-trustworthy teams", "type": "object",
            "required": ["title", "publisher", "as_of", "sample", "editions", "awards"],
            "properties": [
                "schema": ["type": "string"], "title": ["type": "string"], "publisher": ["type": "string"],
                "as_of": ["type": "string", "format": "date", "description": "名单所反映的日期。The day the list shows."],
                "sample": ["type": "boolean", "description": "数据是否为虚构样例。Whether the data are invented."],
                "editions": ["type": "array", "items": edition], "awards": ["type": "array", "items": award],
            ],
        ]
        return schema.bytes(isPretty: true)
    }
}
