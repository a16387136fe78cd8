#include "incidents_sql.h"

#include <string>

namespace waymark::incidents::sql {

// Figures

store::Sql const kMonths{"incidents.months", R"sql(
    SELECT r.month, count(*) AS incidents
      FROM incident_location l
      JOIN incident_record r ON r.location_id = l.id
     WHERE l.partnership_id = $1
       AND (CAST($2 AS TEXT) IS NULL OR l.area_id = $2)
       AND r.month >= $3 AND r.month <= $4
       AND (CAST($5 AS TEXT) = '' OR r.category = $5)
     GROUP BY r.month
     ORDER BY r.month
)sql"};

store::Sql const kByMonthAndArea{"incidents.by_month_and_area", R"sql(
    SELECT r.month, l.area_id, count(*) AS incidents
      FROM incident_location l
      JOIN incident_record r ON r.location_id = l.id
     WHERE l.partnership_id = $1
       AND (CAST($2 AS TEXT) IS NULL OR l.area_id = $2)
       AND r.month >= $3 AND r.month <= $4
       AND (CAST($5 AS TEXT) = '' OR r.category = $5)
     GROUP BY r.month, l.area_id
     ORDER BY r.month, coalesce(l.area_id, '')
)sql"};

store::Sql const kCategories{"incidents.categories", R"sql(
    SELECT r.category, count(*) AS incidents
      FROM incident_location l
      JOIN incident_record r ON r.location_id = l.id
     WHERE l.partnership_id = $1
       AND (CAST($2 AS TEXT) IS NULL OR l.area_id = $2)
       AND r.month >= $3 AND r.month <= $4
       AND (CAST($5 AS TEXT) = '' OR r.category = $5)
     GROUP BY r.category
     ORDER BY incidents DESC, r.category
)sql"};

store::Sql const kPoints{"incidents.points", R"sql(
    SELECT l.longitude, l.latitude, count(*) AS incidents
      FROM incident_location l
      JOIN incident_record r ON r.location_id = l.id
     WHERE l.partnership_id = $1
       AND (CAST($2 AS TEXT) IS NULL OR l.area_id = $2)
       AND r.month >= $3 AND r.month <= $4
       AND (CAST($5 AS TEXT) = '' OR r.category = $5)
     GROUP BY l.id, l.longitude, l.latitude
     ORDER BY l.id
)sql"};

store::Sql const kByLocationAndMonth{"incidents.by_location_and_month", R"sql(
    SELECT l.id, r.month, count(*) AS incidents
      FROM incident_location l
      JOIN incident_record r ON r.location_id = l.id
     WHERE l.partnership_id = $1
       AND (CAST($2 AS TEXT) IS NULL OR l.area_id = $2)
       AND r.month >= $3 AND r.month <= $4
       AND (CAST($5 AS TEXT) = '' OR r.category = $5)
     GROUP BY l.id, r.month
     ORDER BY l.id, r.month
)sql"};

store::Sql const kInBox{"incidents.in_box", R"sql(
    SELECT l.id, l.longitude, l.latitude, l.name, l.lsoa_code, l.area_id, r.month,
           count(*) AS incidents
      FROM incident_location l
      JOIN incident_record r ON r.location_id = l.id
     WHERE l.partnership_id = $1
       AND (CAST($2 AS TEXT) IS NULL OR l.area_id = $2)
       AND r.month >= $3 AND r.month <= $4
       AND (CAST($5 AS TEXT) = '' OR r.category = $5)
       AND l.longitude >= $6 AND l.latitude >= $7 AND l.longitude <= $8 AND l.latitude <= $9
     GROUP BY l.id, l.longitude, l.latitude, l.name, l.lsoa_code, l.area_id, r.month
     ORDER BY l.id, r.month
)sql"};

store::Sql const kLocation{"incidents.location", R"sql(
    SELECT id, longitude, latitude, name, lsoa_code, area_id
      FROM incident_location
     WHERE id = $1 AND partnership_id = $2
)sql"};

store::Sql const kOutside{"incidents.outside", R"sql(
    SELECT l.id, l.longitude, l.latitude, l.name, l.lsoa_code, l.area_id, r.month,
           count(*) AS incidents
      FROM (SELECT id, longitude, latitude, name, lsoa_code, area_id
              FROM incident_location
             WHERE partnership_id = $1 AND area_id IS NULL AND id > $2
             ORDER BY id
             LIMIT $3) l
      JOIN incident_record r ON r.location_id = l.id
     GROUP BY l.id, l.longitude, l.latitude, l.name, l.lsoa_code, l.area_id, r.month
     ORDER BY l.id, r.month
)sql"};

store::Sql const kMonthThere{"incidents.month_there", R"sql(
    SELECT 1 AS found
      FROM incident_location l
      JOIN incident_record r ON r.location_id = l.id
     WHERE l.partnership_id = $1 AND r.month = $2
     LIMIT 1
)sql"};

// $2 and $3 are the window's days, $4 and $5 the months it touches, $6 and $7 those whole in it.
store::Sql const kDemandInBox{"incidents.demand_in_box", R"sql(
    SELECT l.longitude, l.latitude, count(*) AS incidents, count(r.occurred_on) AS to_the_day
      FROM incident_location l
      JOIN incident_record r ON r.location_id = l.id
     WHERE l.partnership_id = $1
       AND r.month >= $4 AND r.month <= $5
       AND ((r.occurred_on IS NULL AND r.month >= $6 AND r.month <= $7)
            OR (r.occurred_on >= $2 AND r.occurred_on <= $3))
       AND l.longitude >= $8 AND l.latitude >= $9 AND l.longitude <= $10 AND l.latitude <= $11
     GROUP BY l.id, l.longitude, l.latitude
)sql"};

store::Sql const kDemandAt{"incidents.demand_at", R"sql(
    SELECT count(*) AS incidents, count(r.occurred_on) AS to_the_day
      FROM incident_location l
      JOIN incident_record r ON r.location_id = l.id
     WHERE l.partnership_id = $1 AND l.id = $8
       AND r.month >= $4 AND r.month <= $5
       AND ((r.occurred_on IS NULL AND r.month >= $6 AND r.month <= $7)
            OR (r.occurred_on >= $2 AND r.occurred_on <= $3))
)sql"};

// Boundaries

store::Sql const kOutlines{"incidents.outlines", R"sql(
    SELECT code, name, kind, area_id, outline
      FROM incident_boundary
     WHERE partnership_id = $1 AND kind = $2 AND (CAST($3 AS TEXT) IS NULL OR area_id = $3)
)sql"};

store::Sql const kHubParts{"incidents.hub_parts", R"sql(
    SELECT area_id, kind, count(*) AS parts
      FROM incident_boundary
     WHERE partnership_id = $1 AND area_id IS NOT NULL
     GROUP BY area_id, kind
     ORDER BY area_id, kind
)sql"};

store::Sql const kHubShapes{"incidents.hub_shapes", R"sql(
    SELECT code, CASE WHEN $4 = 1 THEN geometry ELSE outline END AS shape
      FROM incident_boundary
     WHERE partnership_id = $1 AND area_id = $2 AND kind = $3
     ORDER BY code
)sql"};

store::Sql const kBoundary{"incidents.boundary", R"sql(
    SELECT kind, name, area_id, geometry
      FROM incident_boundary
     WHERE partnership_id = $1 AND code = $2
)sql"};

store::Sql const kPutBoundary{"incidents.put_boundary", R"sql(
    INSERT INTO incident_boundary (partnership_id, code, kind, name, area_id, changed_at,
                                   geometry, outline)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (partnership_id, code) DO UPDATE
       SET kind = excluded.kind, name = excluded.name, area_id = excluded.area_id,
           changed_at = excluded.changed_at, geometry = excluded.geometry,
           outline = excluded.outline
)sql"};

store::Sql const kNobodys{"incidents.nobodys", R"sql(
    SELECT code, kind, name, geometry
      FROM incident_boundary
     WHERE partnership_id = $1 AND area_id IS NULL AND kind <> 'district'
     ORDER BY code
)sql"};

store::Sql const kAdopt{"incidents.adopt", R"sql(
    UPDATE incident_boundary SET area_id = $3, changed_at = $4
     WHERE partnership_id = $1 AND code = $2
)sql"};

store::Sql const kBoundaryStamp{"incidents.boundary_stamp", R"sql(
    SELECT count(*) AS boundaries, coalesce(max(changed_at), '') AS changed_at
      FROM incident_boundary
     WHERE partnership_id = $1
)sql"};

store::Sql const kLocations{"incidents.locations", R"sql(
    SELECT id, longitude, latitude, area_id FROM incident_location WHERE partnership_id = $1
)sql"};

store::Sql const kMoveLocation{"incidents.move_location", R"sql(
    UPDATE incident_location SET area_id = $2 WHERE id = $1
)sql"};

store::Sql const kMoveRecords{"incidents.move_records", R"sql(
    UPDATE incident_record SET area_id = $2 WHERE location_id = $1
)sql"};

// Imports

store::Sql const kInsertImport{"incidents.insert_import", R"sql(
    INSERT INTO incident_import (id, partnership_id, source, rows_read, rows_added, rows_known,
                                 rows_rejected, rows_outside, imported_at, imported_by)
    VALUES ($1, $2, $3, 0, 0, 0, 0, 0, $4, $5)
)sql"};

store::Sql const kCountImport{"incidents.count_import", R"sql(
    UPDATE incident_import
       SET rows_read = $2, rows_added = $3, rows_known = $4, rows_rejected = $5, rows_outside = $6
     WHERE id = $1
)sql"};

store::Sql const kFinishImport{"incidents.finish_import", R"sql(
    UPDATE incident_import SET finished_at = $2, file_digest = $3 WHERE id = $1
)sql"};

store::Sql const kImports{"incidents.imports", R"sql(
    SELECT id, source, rows_read, rows_added, rows_known, rows_rejected, rows_outside,
           imported_at, finished_at
      FROM incident_import
     WHERE partnership_id = $1
     ORDER BY imported_at DESC, id DESC
     LIMIT $2
)sql"};

store::Sql const kInsertLocation{"incidents.insert_location", R"sql(
    INSERT INTO incident_location (partnership_id, longitude, latitude, name, lsoa_code, area_id)
    VALUES ($1, $2, $3, $4, $5, $6)
    ON CONFLICT (partnership_id, longitude, latitude, name) DO NOTHING
    RETURNING id
)sql"};

store::Sql const kFindLocation{"incidents.find_location", R"sql(
    SELECT id
      FROM incident_location
     WHERE partnership_id = $1 AND longitude = $2 AND latitude = $3 AND name = $4
)sql"};

namespace {

std::string insert_of(std::size_t records) {
    std::string text = R"sql(
    INSERT INTO incident_record (row_key, location_id, month, occurred_on, category, import_id,
                                 area_id)
    VALUES )sql";
    for (std::size_t i = 0; i < records; ++i) {
        for (std::size_t column = 0; column < kRecordColumns; ++column) {
            text += column == 0 ? (i == 0 ? "($" : ", ($") : ", $";
            text += std::to_string(i * kRecordColumns + column + 1);
        }
        text += ")";
    }
    return text + " ON CONFLICT (row_key) DO NOTHING";
}

}  // namespace

store::Sql insert_records() {
    static std::string const text = insert_of(kRecordsAtOnce);
    return {"incidents.insert_records", text};
}

store::Sql insert_record() {
    static std::string const text = insert_of(1);
    return {"incidents.insert_record", text};
}

}  // namespace waymark::incidents::sql
