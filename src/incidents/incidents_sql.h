#pragma once

// Every statement on the incident_* tables.

#include "store/store.h"

namespace waymark::incidents::sql {

// Figures. All of these take the filter first: $1 partnership, $2 area or NULL, $3 and $4 months,
// $5 category or ''.
extern store::Sql const kMonths;
extern store::Sql const kByMonthAndArea;
extern store::Sql const kCategories;
extern store::Sql const kPoints;
extern store::Sql const kByLocationAndMonth;
extern store::Sql const kInBox;  // $6 to $9: west, south, east, north

extern store::Sql const kLocation;
extern store::Sql const kOutside;
extern store::Sql const kMonthThere;
extern store::Sql const kDemandInBox;
extern store::Sql const kDemandAt;

// Boundaries
extern store::Sql const kOutlines;
extern store::Sql const kHubParts;
extern store::Sql const kHubShapes;
extern store::Sql const kBoundary;
extern store::Sql const kPutBoundary;
extern store::Sql const kNobodys;
extern store::Sql const kAdopt;
extern store::Sql const kBoundaryStamp;
extern store::Sql const kLocations;
extern store::Sql const kMoveLocation;
extern store::Sql const kMoveRecords;

// Imports
extern store::Sql const kInsertImport;
extern store::Sql const kCountImport;
extern store::Sql const kFinishImport;
extern store::Sql const kImports;
extern store::Sql const kInsertLocation;
extern store::Sql const kFindLocation;

// Adds kRecordsAtOnce records, or one; those known already are left alone and not counted.
constexpr std::size_t kRecordsAtOnce = 100;
constexpr std::size_t kRecordColumns = 7;
store::Sql insert_records();
store::Sql insert_record();

}  // namespace waymark::incidents::sql
