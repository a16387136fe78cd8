#pragma once

// Private to people.
